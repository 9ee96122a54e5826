import { describe, expect, it } from 'vitest';
import { readTac } from '../../../../../../main/basedir/tac/read-tac.ts';
import { inEnglish } from '../../../../../support/in-english.ts';

const OPENING = 'from buildbot_worker.bot import Worker\nfrom buildslave.bot import BuildSlave\n';
const problemsOf = (lines: string) => readTac(`${OPENING}${lines}\n`, 'T').problems;

describe('several calls of which one is made', () => {
  it.each([
    ['if a:\n    Worker()\nelse:\n    Worker()', 'if', '4, 6'],
    ['if a:\n    Worker()\nelif b:\n    Worker()\nelse:\n    Worker()', 'if', '4, 6, 8'],
    [
      'if a:\n    if b:\n        Worker()\n    else:\n        Worker()\nelse:\n    Worker()',
      'if',
      '5, 7, 9',
    ],
    ['try:\n    Worker()\nexcept ImportError:\n    BuildSlave()', 'try', '4, 6'],
    ['match a:\n    case 1:\n        Worker()\n    case _:\n        Worker()', 'match', '5, 7'],
    ['s = Worker() if a else Worker()', 'if', '3, 3'],
  ])('are an either-or: %s', (lines, keyword, at) => {
    const [found, ...more] = problemsOf(lines);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      kind: 'either-worker',
      problem: { key: 'tac.hasEitherWorker', facts: { keyword, lines: at } },
    });
    expect(found && inEnglish(found)).toContain(`\`${keyword}\` decides which`);
  });

  it.each([
    ['Worker()\nWorker()', 2],
    ['if a:\n    Worker()\n    Worker()', 2],
    ['if a:\n    Worker()\nWorker()', 2],
    ['if a:\n    Worker()\nif b:\n    Worker()', 2],
    ['try:\n    Worker()\nfinally:\n    Worker()', 2],
    ['try:\n    Worker()\nexcept E:\n    pass\nelse:\n    Worker()', 2],
    ['for a in b:\n    Worker()\nelse:\n    Worker()', 2],
    ['if a:\n    Worker()\nelse:\n    Worker()\nWorker()', 3],
  ])('are several where more than one may be: %s', (lines, count) => {
    expect(problemsOf(lines)).toMatchObject([
      { kind: 'several-workers', problem: { facts: { count } } },
    ]);
  });
});
