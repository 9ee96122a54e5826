/** What a skipped test carries, for the closing summary of `npm test`. */
declare module 'vitest' {
  interface TaskMeta {
    skipReason?: string;
  }
}

/**
 * For a test or a `describe` that not every machine can run, as its second argument:
 * `it('ends its tree', onlyOn('linux', 'only Linux …'), () => …)`.
 *
 * @param reason a sentence without its end; the summary prints it beside the name of the skipped test
 */
export function onlyIf(condition: boolean, reason: string) {
  return { skip: !condition, meta: { skipReason: reason } };
}

export function onlyOn(platform: NodeJS.Platform, reason: string) {
  return onlyIf(process.platform === platform, reason);
}

export function notOn(platform: NodeJS.Platform, reason: string) {
  return onlyIf(process.platform !== platform, reason);
}
