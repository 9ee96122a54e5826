import { it } from 'vitest';

type DefineTests = (name: string, run: () => Promise<void>) => void;

/**
 * Defines a test where its subject exists, and none elsewhere: a skipped one would mean that something
 * is missing on this machine, which CI does not accept.
 */
export function onlyWhere(hasSubject: boolean, define: DefineTests = it): DefineTests {
  return hasSubject ? define : () => {};
}
