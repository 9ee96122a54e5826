import type { OwnEffect } from '../../../contract/problems/tac.ts';
import type { Span } from '../python/span.ts';

/** A piece of a new value: a text, or what a variable holds at that moment. */
export type ValuePart =
  | { readonly kind: 'text'; readonly text: string }
  /** `otherwise` is used where the variable is not set. */
  | { readonly kind: 'variable'; readonly name: string; readonly otherwise: string };

/** One variable of the environment that a line sets or deletes by its name. */
export interface EnvironmentChange {
  readonly name: string;
  /** The pieces of the new value; undefined: the variable is deleted. */
  readonly value: readonly ValuePart[] | undefined;
  /** `setdefault`: what is set already stays. */
  readonly onlyIfUnset: boolean;
}

/** What is true of every effect. */
interface Found {
  /** Counted from 1. */
  readonly line: number;
  /** The code in one short line, without texts that may be secret. */
  readonly code: string;
  readonly span: Span;
}

/**
 * Something in a `buildbot.tac` that is no setting.
 *
 * `environment-change`: a form that is understood; it is applied where the user has agreed.
 * `own`:                anything else that has an effect, which Buildtray does not bring about.
 * `end`:                ends the file, so that no worker runs; with `within`, only under a condition.
 */
export type TacEffect =
  | (Found & {
      readonly kind: 'environment-change';
      readonly changes: readonly EnvironmentChange[];
    })
  | (Found & { readonly kind: 'own'; readonly effect: OwnEffect })
  | (Found & { readonly kind: 'end'; readonly within: string | undefined });
