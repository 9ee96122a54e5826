import type { SyntaxNode } from '@lezer/common';
import type { CallEffect } from './call-effect.ts';
import type { TacEffect } from './tac-effect.ts';

/** The functions that a file defines, and what a call of one does. */
export class OwnFunctions {
  readonly #functions = new Map<string, SyntaxNode>();
  readonly #effects = new Map<string, CallEffect>();

  /** A later definition of a name takes the place of an earlier one. */
  define(name: string, definition: SyntaxNode): void {
    this.#functions.set(name, definition);
    this.#effects.delete(name);
  }

  /** `look` gives what it finds in a body; it is called once for each definition. */
  effectOf(name: string, look: (body: SyntaxNode) => readonly TacEffect[]): CallEffect {
    const known = this.#effects.get(name);
    if (known !== undefined) return known;
    const body = this.#functions.get(name)?.lastChild;
    if (body?.name !== 'Body') return 'code';
    // While it is looked at: a function that calls itself does nothing new by that.
    this.#effects.set(name, 'none');
    const effect = effectOfAll(look(body));
    this.#effects.set(name, effect);
    return effect;
  }
}

/** What a function does in whose body these were found. */
function effectOfAll(found: readonly TacEffect[]): CallEffect {
  const ends = found.filter((effect) => effect.kind === 'end');
  if (ends.some(({ within }) => within === undefined)) return 'end';
  if (ends.length > 0) return 'may-end';
  return found.length > 0 ? 'code' : 'none';
}
