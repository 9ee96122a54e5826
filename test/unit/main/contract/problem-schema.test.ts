import { describe, expect, it } from 'vitest';
import { because, problem } from '../../../../main/contract/problem.ts';
import { problemSchema } from '../../../../main/contract/problem-schema.ts';
import { textsIn } from '../../../../main/texts/texts.ts';

const overTheWire = (sent: unknown) => problemSchema.parse(JSON.parse(JSON.stringify(sent)));

describe('a problem from another process', () => {
  it('is what was sent, causes included', () => {
    const sent = because(
      problem('session.gaveUp', { tries: 3 }),
      problem('reaching.notPbPort', { peer: 'ci:80', answer: { kind: 'line', line: '220 mail' } }),
    );
    expect(overTheWire(sent)).toEqual(sent);
  });

  it.each([
    ['an unknown subject', { key: 'moon.isFull', facts: { at: 'night' } }],
    ['an unknown name', { key: 'reaching.isFull', facts: { at: 'night' } }],
    ['a name of every object', { key: 'reaching.toString', facts: { at: 'night' } }],
    ['other facts', { key: 'reaching.unknownHost', facts: { at: 'night' } }],
    [
      'a member of a list that is unknown here',
      { key: 'reaching.notPbPort', facts: { peer: 'ci', answer: { kind: 'night' } } },
    ],
  ])('with %s is shown as it is, in one sentence', (_what, sent) => {
    const words = textsIn('en').say(overTheWire(sent));
    expect(words).toContain('does not know');
    expect(words).toContain(sent.key);
    expect(words).toContain('night');
  });

  it.each([undefined, 'text', { key: 7, facts: {} }, { key: 'reaching.noWay' }])(
    'is refused when it is none: %j',
    (sent) => {
      expect(problemSchema.safeParse(sent).success).toBe(false);
    },
  );
});
