import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../main/contract/language.ts';
import { because, type Problem, problem } from '../../../../main/contract/problem.ts';
import { PROBLEMS } from '../../../../main/contract/problems/problems.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { marksIn, sampleFacts } from '../../../support/sample-facts.ts';

/** Every problem there is, with facts of each sort. */
const SAMPLES = Object.entries(PROBLEMS).flatMap(([subject, shapes]) =>
  Object.entries(shapes).map(([name, shape]) => {
    const key = `${subject}.${name}`;
    return [key, sampleFacts(shape).map((facts) => ({ key, facts }) as Problem)] as const;
  }),
);

/** Quoted as it is in every language. */
const QUOTED = ['foreign.message'];

describe.each(LANGUAGES)('the words for problems in the language %s', (language) => {
  const { say } = textsIn(language);

  it.each(SAMPLES)('name all facts of %s, and nothing that is none', (_key, samples) => {
    for (const sample of samples) {
      const words = say(sample);
      for (const mark of marksIn(sample.facts)) expect(words).toContain(mark);
      expect(words).not.toMatch(/undefined|null|NaN|\[object|function/);
    }
  });

  it('put a cause after what it led to', () => {
    const last = problem('session.fellSilent', { seconds: 60 });
    const end = problem('session.gaveUp', { tries: 3 });
    expect(say(because(end, last))).toBe(`${say(end)} ${say(last)}`);
  });
});

it.each(SAMPLES)('each language has words of its own for %s', (key, samples) => {
  const isQuoted = QUOTED.includes(key);
  for (const sample of samples) {
    const said = LANGUAGES.map((language) => textsIn(language).say(sample));
    expect(new Set(said).size).toBe(isQuoted ? 1 : LANGUAGES.length);
  }
});

describe('the sentence', () => {
  const { say } = textsIn('de');

  it('has the words of its language for a closed list within', () => {
    const reason = { kind: 'expired' } as const;
    const why = problem('reaching.noSecureConnection', { peer: 'ci.example.org:9989', reason });
    expect(say(because(problem('session.gaveUp', { tries: 3 }), why))).toBe(
      'Nach 3 vergeblichen Versuchen aufgegeben. Keine sichere Verbindung zu ci.example.org:9989: Das Zertifikat des Masters ist abgelaufen; sein Administrator muss es erneuern.',
    );
  });

  it('quotes what others say', () => {
    expect(say(problem('foreign.message', { message: 'Who knows.' }))).toBe('Who knows.');
  });
});
