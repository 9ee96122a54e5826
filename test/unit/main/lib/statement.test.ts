import { describe, expect, it } from 'vitest';
import { checks } from '../../../../main/lib/sentences/checks.ts';
import { directory } from '../../../../main/lib/sentences/directory.ts';
import { extras } from '../../../../main/lib/sentences/extras.ts';
import { hostinfo } from '../../../../main/lib/sentences/hostinfo.ts';
import { reaching } from '../../../../main/lib/sentences/reaching.ts';
import { SENTENCES } from '../../../../main/lib/sentences/sentences.ts';
import { session } from '../../../../main/lib/sentences/session.ts';
import { asFact, said, tell } from '../../../../main/lib/statement.ts';

describe('a sentence that is told', () => {
  it('has English words, and what other languages need', () => {
    expect(tell('masterNotListening', 'ci.example.org', 9989)).toEqual({
      sentence:
        'Nothing listens on port 9989 of ci.example.org: the master is not running, or its port is another one.',
      says: { key: 'masterNotListening', facts: ['ci.example.org', 9989] },
    });
  });

  it('may have another one in it', () => {
    const told = tell('noSecureConnection', 'ci.example.org:9989', said('tlsRevoked'));
    expect(told.sentence).toBe(
      "No secure connection to ci.example.org:9989: the master's certificate was revoked.",
    );
    expect(tell('gaveUp', 3, asFact(told)).sentence).toBe(
      `Gave up after 3 failed tries. ${told.sentence}`,
    );
    expect(tell('gaveUp', 3, asFact({ sentence: 'Who knows.' })).sentence).toContain('Who knows.');
  });
});

it('every sentence has a name of its own', () => {
  const subjects = [reaching, session, checks, directory, hostinfo, extras];
  const names = subjects.flatMap((subject) => Object.keys(subject));
  expect(names.sort()).toEqual(Object.keys(SENTENCES).sort());
});
