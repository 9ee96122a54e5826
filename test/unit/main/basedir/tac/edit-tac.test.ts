import { describe, expect, it } from 'vitest';
import { editTac, removePassword } from '../../../../../main/basedir/tac/edit-tac.ts';
import { renderTac } from '../../../../../main/basedir/tac/render-tac.ts';
import type { TacValues } from '../../../../../main/basedir/tac/tac-settings-from.ts';
import { CONFIG } from './configs.ts';

const IMPORT = 'from buildbot_worker.bot import Worker\n';
const PATH = '/w/buildbot.tac';

function edited(text: string, changes: TacValues): string {
  const result = editTac(IMPORT + text, PATH, changes);
  if (!result.ok) throw new Error(result.problem.problem.key);
  return result.value.slice(IMPORT.length);
}

const refusal = (text: string, changes: TacValues) => editTac(IMPORT + text, PATH, changes);

describe('an edit', () => {
  it('replaces a value where it is written, and nothing beside it', () => {
    const text = "port = 1  # why\nWorker('h', port, 'n',\n       'p', '/b')\n";
    expect(edited(text, { port: 22, workername: "o'n" })).toBe(
      text.replace('= 1 ', '= 22 ').replace("'n'", "'o\\'n'"),
    );
  });

  it('adds what is missing to the call, and leaves out what is the default anyway', () => {
    expect(edited("Worker('h', 1, 'n', 'p', '/b',)\n", { maxretries: 4, maxdelay: 300 })).toBe(
      "Worker('h', 1, 'n', 'p', '/b', maxRetries=4,)\n",
    );
  });

  it('does not change another setting that is made of the same variable', () => {
    const text = "a = 'x'\nWorker('h', 1, a, a, '/b')\n";
    expect(edited(text, { passwd: 'new' })).toBe(text.replace('a, a', "a, 'new'"));
  });

  it('with the value that is there changes nothing, however that is spelled', () => {
    const text = "Worker('h', 0x10, 'n', 'p', '/b')\n";
    expect(edited(text, { port: 16 })).toBe(text);
  });
});

describe('code that computes a value', () => {
  const replaced = (text: string, changes: TacValues) => {
    const result = editTac(IMPORT + text, PATH, changes, { replacesCode: true });
    return result.ok ? result.value.slice(IMPORT.length) : result.problem.problem.key;
  };

  it('is replaced in the call alone, where the user has agreed', () => {
    const text =
      "import os\nport = int(os.environ.get('P', 19989))\nWorker('h', port, 'n', 'p', '/b')\n";
    expect(replaced(text, { port: 19_989 })).toBe(text.replace("'h', port", "'h', 19989"));
    expect(replaced("Worker('h', f(), 'n', 'p', '/b')\n", { port: 2 })).toBe(
      "Worker('h', 2, 'n', 'p', '/b')\n",
    );
  });

  it('stays where another setting is changed', () => {
    const text = "Worker('h', f(), 'n', 'p', '/b')\n";
    expect(replaced(text, { workername: 'other' })).toBe(text.replace("'n'", "'other'"));
  });
});

describe('nothing is changed', () => {
  it.each<[string, string, TacValues, string]>([
    ['code computes', "Worker('h', f(), 'n', 'p')\n", { port: 2 }, 'tac.keepsComputed'],
    ['there is no place', "Worker('h', 1, 'n', 'p')\n", { usepty: true }, 'tac.lacksPlace'],
    ['there is no worker', 'pass\n', { port: 2 }, 'tac.hasNoWorker'],
  ])('where %s, with the reason', (_what, text, changes, key) => {
    const result = refusal(text, { ...changes, workername: 'other' });
    expect(result).toMatchObject({ ok: false, problem: { problem: { key } } });
  });

  it('where the rotation has no place, with what would make one', () => {
    const call = "Worker('h', 1, 'n', 'p')\n";
    expect(refusal(call, { rotateLength: 5 })).toMatchObject({
      problem: { problem: { facts: { remedy: 'add-application' } } },
    });
    expect(refusal(`LogFile('l')\n${call}`, { rotateLength: 5 })).toMatchObject({
      problem: { problem: { facts: { remedy: 'name-in-log-block' } } },
    });
  });
});

describe('a password that is taken out', () => {
  it('leaves a word of where it went', () => {
    const tac = renderTac(CONFIG, { isRelocatable: false });
    const result = removePassword(tac, PATH);
    const without = result.ok ? result.value : '';
    expect(without).toMatch(/^passwd = '' {2}# kept outside this file by Buildtray; .*$/m);
    expect(without).not.toContain("pa'ss");
    expect(without.split('\n')).toHaveLength(tac.split('\n').length);
  });

  it('leaves none where that would be in the middle of code', () => {
    const result = removePassword(`${IMPORT}Worker('h', 1, 'n', 'p', '/b')\n`, PATH);
    expect(result).toEqual({ ok: true, value: `${IMPORT}Worker('h', 1, 'n', '', '/b')\n` });
  });
});
