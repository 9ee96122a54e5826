import { describe, expect, it } from 'vitest';
import {
  environmentForMaster,
  namesOnlyForBuilds,
} from '../../../../../main/worker/environment/environment-for-master.ts';

const FOR_BUILDS = {
  PATH: '/bin',
  Path: 'C:\\',
  HOME: '/home/ada',
  LC_ALL: 'C',
  CC: 'gcc',
  PROCESSOR_IDENTIFIER: 'x86',
  VS140COMNTOOLS: 'C:\\vs',
  // Nothing that the list does not name, harmless as it may look.
  CUSTOMER: 'Acme',
  INTERNAL_HOST: '10.0.0.7',
  LC_: 'x',
};

describe('what of the environment the master receives', () => {
  it('is what the list has, whatever the case of its letters', () => {
    expect(Object.keys(environmentForMaster(FOR_BUILDS))).toEqual([
      ...['PATH', 'Path', 'HOME', 'LC_ALL', 'CC', 'PROCESSOR_IDENTIFIER', 'VS140COMNTOOLS'],
    ]);
  });

  it('leaves out the rest, which is known by name', () => {
    expect(namesOnlyForBuilds(FOR_BUILDS)).toEqual(['CUSTOMER', 'INTERNAL_HOST', 'LC_']);
  });
});
