import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { completionFor, SHELLS } from '../../../../../main/cli/completion/completion-for.ts';
import { verbs } from '../../../../../main/cli/verbs.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();
const ENGLISH = wordsIn('en');
const GERMAN = wordsIn('de');

function has(shell: string): boolean {
  return spawnSync(shell, ['--version']).status === 0;
}

/** What bash offers for the last of these words, as it does at a press of Tab. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `${completionFor('bash', verbs, ENGLISH)}
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

it.each(SHELLS.flatMap((shell) => [[shell, ENGLISH] as const, [shell, GERMAN] as const]))(
  '%s finds no mistake in its script',
  async (shell, words) => {
    const script = completionFor(shell, verbs, words);
    for (const { name } of verbs) expect(script).toContain(name);
    // A shell that is not here cannot say.
    if (!has(shell)) return;
    // From a file: fish reads no script through a pipe of Node's.
    const path = temporary.at('completion');
    await writeFile(path, script);
    expect(spawnSync(shell, ['-n', path], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  },
);

it.each(['zsh', 'fish'] as const)(
  '%s explains verbs and options in the user’s language',
  (shell) => {
    const script = completionFor(shell, verbs, GERMAN);
    expect(script).toContain('den Worker eines Verzeichnisses starten');
    expect(script).toContain('nur Fehler ausgeben');
    expect(script).not.toContain('stay in the foreground');
  },
);
