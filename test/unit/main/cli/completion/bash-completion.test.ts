import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { bashCompletion } from '../../../../../main/cli/completion/bash-completion.ts';
import { verbs } from '../../../../../main/cli/verbs.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

/** What bash offers for the last of these words, as it does at a press of Tab. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `${bashCompletion(verbs)}
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _buildtray; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', 'buildtray', ...words], {
    cwd: temporary.path,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

describe('in bash', () => {
  it('verbs are completed', () => {
    expect(offered('')).toEqual([...verbs.map(({ name }) => name), '--help', '--version']);
    expect(offered('sta')).toEqual(['start', 'status']);
    expect(offered('x')).toEqual([]);
  });

  it('options are completed, those of the verb alone', () => {
    expect(offered('stop', '-')).toEqual(['-g', '--graceful', '-q', '--quiet', '--help']);
    expect(offered('create-worker', '--max')).toEqual(['--maxdelay', '--maxretries']);
    expect(offered('start', '-q', '--no')).toEqual(['--nodaemon']);
  });

  it('directories are completed where one is meant, spaces in them included', async () => {
    await mkdir(temporary.at('my worker'));
    await mkdir(temporary.at('my other'));
    expect([...offered('start', 'my')].sort()).toEqual(['my other', 'my worker']);
    expect(offered('logs', '-n', '')).toEqual([]);
  });

  it('the shells that have a completion are completed', () => {
    expect(offered('completion', '')).toEqual(['bash', 'zsh', 'fish']);
  });
});
