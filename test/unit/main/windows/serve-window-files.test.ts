import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  isWindowUrl,
  serveWindowFiles,
  WINDOW_URL,
} from '../../../../main/windows/serve-window-files.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

type Serve = (request: { readonly url: string; readonly method: string }) => Promise<Response>;

const fake = vi.hoisted(() => ({ serve: undefined as unknown, read: [] as string[] }));
vi.mock('electron', () => ({
  protocol: {
    handle: (_scheme: string, serve: unknown) => {
      fake.serve = serve;
    },
  },
  net: {
    fetch: async (url: string) => {
      fake.read.push(url);
      return new Response(await readFile(fileURLToPath(url)));
    },
  },
}));

const basedir = temporaryBasedir();

beforeEach(async () => {
  fake.read = [];
  await mkdir(basedir.at('out', 'window'), { recursive: true });
  await writeFile(basedir.at('out', 'window', 'index.html'), '<p>');
  await writeFile(basedir.at('secret'), 'hunter2');
  await mkdir(basedir.at('out-more'));
  await writeFile(basedir.at('out-more', 'secret'), 'hunter2');
  serveWindowFiles(basedir.at('out'));
});

const ask = (url: string, method = 'GET') => (fake.serve as Serve)({ url, method });

describe('the files of the windows', () => {
  it('are served with the policy that keeps foreign scripts out', async () => {
    const response = await ask(WINDOW_URL);
    expect([response.status, await response.text()]).toEqual([200, '<p>']);
    const policy = response.headers.get('Content-Security-Policy');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it.each([
    ['above them', 'buildtray://app/..%2fsecret'],
    ['in a directory whose name only begins like theirs', 'buildtray://app/..%2fout-more/secret'],
    ['of another host', 'buildtray://other/window/index.html'],
    ['whose name cannot be decoded', 'buildtray://app/%ff'],
  ])('are no files %s', async (_what, url) => {
    expect((await ask(url)).status).toBe(404);
    expect(fake.read).toEqual([]);
  });

  it('are not there where there is none, nor to be written', async () => {
    expect((await ask('buildtray://app/window/none.js')).status).toBe(404);
    expect((await ask(WINDOW_URL, 'POST')).status).toBe(404);
  });
});

describe('the address of the window', () => {
  it.each([
    [WINDOW_URL, true],
    [`${WINDOW_URL}#log`, true],
    [`${WINDOW_URL}.evil`, false],
    [`${WINDOW_URL}?x`, false],
    ['https://app/window/index.html', false],
    ['', false],
  ])('%s: %s', (url, isOurs) => {
    expect(isWindowUrl(url)).toBe(isOurs);
  });
});
