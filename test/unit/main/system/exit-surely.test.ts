import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const MODULE = new URL('../../../../main/system/exit-surely.ts', import.meta.url).href;

function run(script: string) {
  const source = `import { exitSurely } from ${JSON.stringify(MODULE)};\n${script}`;
  const args = ['--experimental-strip-types', '--input-type=module', '-e', source];
  return spawnSync(process.execPath, args, { timeout: 60_000, encoding: 'utf8' });
}

describe('a process that is to end', () => {
  it('ends with its code', () => {
    expect(run('await exitSurely(3)').status).toBe(3);
  });

  it('ends by force though a file system never answers', () => {
    const pipe = basedir.at('pipe');
    execFileSync('mkfifo', [pipe]);
    const blocked = `import { open } from 'node:fs/promises'; void open(${JSON.stringify(pipe)});`;
    const ended = run(`${blocked}\nawait exitSurely(0)`);
    expect([ended.signal, ended.error]).toEqual(['SIGKILL', undefined]);
  });
});
