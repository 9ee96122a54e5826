import { expect } from 'vitest';

/** A problem with this sentence, or one that matches; what else it holds is not looked at. */
export function told(sentence: string | RegExp): unknown {
  const wanted = typeof sentence === 'string' ? sentence : expect.stringMatching(sentence);
  return expect.objectContaining({ sentence: wanted });
}
