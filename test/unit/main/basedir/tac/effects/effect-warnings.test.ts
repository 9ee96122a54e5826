import { describe, expect, it } from 'vitest';
import { readTac } from '../../../../../../main/basedir/tac/read-tac.ts';
import { textsIn } from '../../../../../../main/texts/texts.ts';
import { inEnglish } from '../../../../../support/in-english.ts';

const warningsOf = (lines: string) => readTac(`import os\n${lines}\n`, '/w/buildbot.tac').warnings;

describe('what a file does besides its settings', () => {
  it('is said with its line, and how to have it applied where that can be', () => {
    expect(warningsOf("os.environ['PATH'] = '/x'\nos.umask(0o22)").map(inEnglish)).toEqual([
      '/w/buildbot.tac line 2 changes the environment of builds (PATH), which is not applied; turn on buildtray_tac_environment, “Environment from buildbot.tac”, to apply it.',
      '/w/buildbot.tac line 3 sets the umask, for which there is the setting umask (`os.umask(0o22)`); Buildtray does not run code, so this is not done.',
    ]);
  });

  it('is said in German, too', () => {
    const [warning] = warningsOf('os.nice(5)');
    expect(warning && textsIn('de').say(warning)).toBe(
      '/w/buildbot.tac Zeile 2 ändert die Priorität des Prozesses (`os.nice(5)`); Buildtray führt keinen Code aus, also geschieht das nicht.',
    );
  });

  it('is not said of the environment once that is applied', () => {
    const line = "os.environ['A'] = 'b'\n";
    expect(warningsOf(`${line}buildtray_tac_environment = True`)).toEqual([]);
    expect(warningsOf(`${line}buildtray_tac_environment = False`)).toHaveLength(1);
  });

  it('is counted where it is more than anybody reads', () => {
    const warnings = warningsOf('os.nice(1)\n'.repeat(25));
    expect(warnings).toHaveLength(21);
    expect(warnings.at(-1)).toMatchObject({ key: 'tac.doesMore', facts: { count: 5 } });
  });
});
