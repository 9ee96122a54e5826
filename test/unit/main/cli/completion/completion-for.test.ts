import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
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
