import { describe, expect, it } from 'vitest';
import {
  filterEnvironment,
  withheldNames,
} from '../../../../../main/worker/environment/filter-environment.ts';

describe('filterEnvironment', () => {
  it('withholds by name, and by value where the name is plain', () => {
    const environment = {
      PATH: '/usr/bin',
      DEPLOY_TOKEN: 'x',
      HTTPS_PROXY: 'http://ada:pass@proxy.example:3128',
      http_proxy: 'http://proxy.example:3128',
    };
    expect(filterEnvironment(environment)).toEqual({
      PATH: '/usr/bin',
      http_proxy: 'http://proxy.example:3128',
    });
    expect(withheldNames(environment)).toEqual(['DEPLOY_TOKEN', 'HTTPS_PROXY']);
  });

  it('leaves out variables that are not set, and does not name them', () => {
    expect(filterEnvironment({ PATH: undefined })).toEqual({});
    expect(withheldNames({ A_TOKEN: undefined })).toEqual([]);
  });

  it('withholds nothing for the names that every object answers to', () => {
    expect(filterEnvironment({ CONSTRUCTOR: '1', toString: '2' })).toEqual({
      CONSTRUCTOR: '1',
      toString: '2',
    });
  });
});
