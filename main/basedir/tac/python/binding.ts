import type { Origin } from '../../../contract/problems/facts.ts';
import type { TacLiteral } from './literal-from.ts';
import type { Span } from './span.ts';

/** What a name of the module stands for, at the point the reader has come to. */
export type Binding =
  | {
      readonly kind: 'literal';
      readonly value: TacLiteral;
      readonly span: Span;
      /** The folder of the file, in whatever way it was written: its value is '.' then. */
      readonly isFolder?: boolean;
    }
  | ComputedBinding
  | { readonly kind: 'imported'; readonly path: string; readonly span: Span };

export interface ComputedBinding {
  readonly kind: 'computed';
  readonly span: Span;
  /** What surrounds the code, such as `if …:`. */
  readonly within: string;
  /** What the code comes to, where that is known. */
  readonly evaluation?: Evaluation | undefined;
  /** The full path of a file that is open to be read. */
  readonly opened?: string | undefined;
}

export interface Evaluated {
  readonly value: TacLiteral;
  /** What it was made of that is not in the file. */
  readonly origins: readonly Origin[];
}

/** A value, or what is not there of what it is made of. */
export type Evaluation = Evaluated | { readonly lacks: Origin };
