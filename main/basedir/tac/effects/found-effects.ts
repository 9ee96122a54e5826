import type { SyntaxNode } from '@lezer/common';
import type { OwnEffect } from '../../../contract/problems/tac.ts';
import { spanOf } from '../python/module-scope.ts';
import { lineAt, snippetOf } from '../python/tac-text.ts';
import { MISSING_MODULE } from './branches-of.ts';
import type { EnvironmentChange, TacEffect } from './tac-effect.ts';

/** Nobody reads more of them, and each costs time. */
const MOST_EFFECTS = 200;
const SECRET_NAME = /pass|pwd|secret|token|credential|key/i;

/** The effects of a file that were found so far, each with its line and its code. */
export class FoundEffects {
  readonly all: TacEffect[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get isFull(): boolean {
    return this.all.length >= MOST_EFFECTS;
  }

  environmentChanges(changes: readonly EnvironmentChange[], statement: SyntaxNode): void {
    this.all.push({ kind: 'environment-change', changes, ...this.#placeOf(statement) });
  }

  own(effect: OwnEffect, node: SyntaxNode): void {
    this.all.push({ kind: 'own', effect, ...this.#placeOf(node) });
  }

  /** The file ends itself; `within` makes that uncertain. */
  end(statement: SyntaxNode, within: string | undefined): void {
    if (within === MISSING_MODULE) {
      this.own('code', statement);
      return;
    }
    const { from, to } = statement;
    // The reason that its author gave is shown, unless it may be a secret.
    const mayBeSecret = SECRET_NAME.test(this.#text.slice(from, to));
    this.all.push({ kind: 'end', within, ...this.#placeOf(statement, mayBeSecret) });
  }

  /** Takes back what was found since there were `count`. */
  takeBackTo(count: number): TacEffect[] {
    return this.all.splice(count);
  }

  /** Whether the last one is this statement's. */
  isLastOf(statement: SyntaxNode): boolean {
    return this.all.at(-1)?.span.from === statement.from;
  }

  #placeOf(node: SyntaxNode, hidesTexts = true): Pick<TacEffect, 'line' | 'code' | 'span'> {
    const span = spanOf(node);
    const line = lineAt(this.#text, span.from);
    return { span, line, code: snippetOf(this.#text, span, hidesTexts) };
  }
}
