import { describe, expect, it } from 'vitest';
import {
  canAdd,
  changedNames,
  fileTextFrom,
  furtherNames,
  textsFrom,
} from '../../../../renderer/hostinfo/hostinfo-form.ts';

const file = (name: string, text: string) => ({ name, text, sharedPath: undefined });

describe('the form of the host info', () => {
  it('has the usual files even where they are not, and texts without their last newline', () => {
    expect(textsFrom([file('host', 'Debian\n12\n\n'), file('zone', 'b')])).toEqual({
      admin: '',
      host: 'Debian\n12',
      access_uri: '',
      zone: 'b',
    });
  });

  it('knows what was changed, added and removed', () => {
    const saved = { admin: 'Ada', host: 'Debian', zone: 'b' };
    expect(changedNames(saved, { ...saved })).toEqual([]);
    expect(changedNames(saved, { admin: 'Eve', host: 'Debian', rack: '7' })).toEqual([
      'admin',
      'zone',
      'rack',
    ]);
  });

  it.each([
    ['Ada', 'Ada\n'],
    ['Ada\n\n', 'Ada\n'],
    ['  ', undefined],
    [undefined, undefined],
  ])('makes a file of %j', (text, written) => {
    expect(fileTextFrom(text)).toBe(written);
  });

  it('lists further files by name', () => {
    expect(furtherNames({ zone: '', admin: '', host: '', access_uri: '', rack: '' })).toEqual([
      'rack',
      'zone',
    ]);
  });

  it.each([
    ['rack', true],
    [' rack ', true],
    ['zone', false],
    ['', false],
    ['a/b', false],
    ['..', false],
    ['.hidden', false],
  ])('may add a file %j: %s', (name, may) => {
    expect(canAdd(name, { zone: 'b' })).toBe(may);
  });
});
