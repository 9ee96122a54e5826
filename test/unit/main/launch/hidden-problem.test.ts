import { describe, expect, it } from 'vitest';
import {
  because,
  foreignProblem,
  type Problem,
  problem,
} from '../../../../main/contract/problem.ts';
import { PROBLEMS } from '../../../../main/contract/problems/problems.ts';
import { hiddenProblem } from '../../../../main/launch/hidden-problem.ts';
import { marksIn, sampleFacts } from '../../../support/sample-facts.ts';

const hide = (text: string) => text.replaceAll('hunter2', '***');

describe('a problem without secrets', () => {
  it('hides them in its facts, and keeps what is no text', () => {
    const reported = problem('settings.nameHasColon', { workerName: 'w:hunter2', protocol: 'pb' });
    expect(hiddenProblem(reported, hide)).toEqual({
      ...reported,
      facts: { workerName: 'w:***', protocol: 'pb' },
      cause: undefined,
    });
  });

  it('hides them in every cause', () => {
    const reported = because(
      foreignProblem('a'),
      because(foreignProblem('b'), foreignProblem('hunter2')),
    );
    expect(JSON.stringify(hiddenProblem(reported, hide))).toBe(
      JSON.stringify(
        because(foreignProblem('a'), because(foreignProblem('b'), foreignProblem('***'))),
      ),
    );
  });

  it('hides every text among the facts of every problem, however deep', () => {
    const everything = (text: string) => text.replaceAll('‹', '«');
    for (const [subject, shapes] of Object.entries(PROBLEMS)) {
      for (const [name, shape] of Object.entries(shapes)) {
        for (const facts of sampleFacts(shape)) {
          const shown = hiddenProblem({ key: `${subject}.${name}`, facts } as Problem, everything);
          const texts = marksIn(shown.facts).filter((mark) => mark.startsWith('‹'));
          expect(texts).toEqual([]);
        }
      }
    }
  });

  it('leaves the kinds of its facts, which are words of this program', () => {
    const reason = { kind: 'expired' } as const;
    const reported = problem('reaching.noSecureConnection', { peer: 'expired:9989', reason });
    const shown = hiddenProblem(reported, (text) => text.replaceAll('expired', '***'));
    expect(shown.facts).toEqual({ peer: '***:9989', reason });
  });
});
