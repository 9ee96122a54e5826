import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SENTENCES } from '../../../../main/lib/sentences/sentences.ts';
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

const SUBJECTS = join(import.meta.dirname, '../../../../main/lib/sentences');

/** The sentences of each subject. */
async function subjects(): Promise<readonly object[]> {
  const files = (await readdir(SUBJECTS)).filter((name) => name !== 'sentences.ts');
  const modules = await Promise.all(files.map((name) => import(join(SUBJECTS, name))));
  return modules
    .flatMap((module) => Object.values(module))
    .filter((one): one is object => typeof one === 'object');
}

it('every sentence of every subject is known, and has a name of its own', async () => {
  const names = (await subjects()).flatMap((subject) => Object.keys(subject));
  expect(names.sort()).toEqual(Object.keys(SENTENCES).sort());
});
