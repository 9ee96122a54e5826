import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byString, greetingOf, testServers } from './listening.ts';

const { portOf, greeter } = testServers();

describe('dial', () => {
  it('reaches an IPv6 master', async () => {
    const port = await portOf(greeter(), '::1');
    expect(await greetingOf(byString(`tcp:host=\\:\\:1:port=${port}`))).toBe('a master');
  });

  it('reaches a master on a UNIX socket, and reports when nothing listens there', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'buildtray-'));
    const path = join(dir, 'master.sock');
    await portOf(greeter(), path);
    expect(await greetingOf(byString(`unix:path=${path}`))).toBe('a master');
    expect(await greetingOf(byString(`unix:path=${path}.gone`))).toContain('ENOENT');
    rmSync(dir, { recursive: true });
  });
});
