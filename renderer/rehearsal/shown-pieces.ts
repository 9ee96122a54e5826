import type {
  RehearsalOutput,
  RehearsalStepName,
} from '../../main/contract/rehearsal/rehearsal-view.ts';
import { isMainHeader } from '../components/output/output-lines.ts';

/** A piece of output as it is shown. */
export interface ShownPiece {
  readonly stream: string;
  readonly text: string;
}

/**
 * What one step printed, in order. Of the headers only what says something here: what runs, and what
 * became of it; where it runs, with which limits, would hide the rest.
 */
export function shownPieces(
  output: readonly RehearsalOutput[],
  step: RehearsalStepName,
): readonly ShownPiece[] {
  return output
    .filter((piece) => piece.step === step)
    .map(({ stream, text }) => ({ stream, text: stream === 'header' ? shortHeader(text) : text }))
    .filter(({ text }) => text !== '');
}

function shortHeader(text: string): string {
  return text
    .split('\n')
    .filter(isMainHeader)
    .map((line) => `${line}\n`)
    .join('');
}
