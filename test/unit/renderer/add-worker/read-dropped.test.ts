import { describe, expect, it, vi } from 'vitest';
import { readDropped } from '../../../../renderer/add-worker/read-dropped.ts';

vi.mock('../../../../renderer/components/api.ts', () => ({
  files: { pathOf: (file: File) => (file.name === 'nowhere' ? undefined : `/d/${file.name}`) },
}));

interface Thing {
  readonly file?: File;
  readonly isDirectory?: boolean;
  readonly text?: string;
}

/** What a drop event hands over. */
function drop({ file, isDirectory = false, text = '' }: Thing): DataTransfer {
  const item = { webkitGetAsEntry: () => ({ isDirectory }) };
  const dropped: object = {
    files: file ? [file] : [],
    items: file ? [item] : [],
    getData: () => text,
  };
  return dropped as DataTransfer;
}

const TAC = new File(['buildmaster_host = "ci"'], 'buildbot.tac');
const MAIL = new File(['Host: ci'], 'mail.txt');
const LARGE = new File([new Uint8Array(1024 * 1024 + 1)], 'film.mp4');

describe('what was dropped', () => {
  it.each([
    ['a piece of text', { text: 'ci:9989' }, { text: 'ci:9989' }],
    ['nothing', {}, {}],
    ['a directory', { file: new File([], 'worker'), isDirectory: true }, { path: '/d/worker' }],
    ['a directory of no disk', { file: new File([], 'nowhere'), isDirectory: true }, {}],
    ['the file of a directory', { file: TAC }, { path: '/d/buildbot.tac' }],
    ['another file', { file: MAIL, text: 'mail.txt' }, { text: 'Host: ci' }],
    ['a file larger than any mail', { file: LARGE }, {}],
  ])('%s', async (_what, thing: Thing, read) => {
    expect(await readDropped(drop(thing))).toEqual(read);
  });
});
