import type { ContractHandlers } from '../../contract/api.ts';
import type { Texts } from '../../texts/texts.ts';
import type { AppRehearsal } from '../app-rehearsal.ts';

export interface RehearsalDelegate {
  readonly rehearsal: AppRehearsal;
  readonly texts: () => Texts;
}

export function rehearsalHandlers({
  rehearsal,
  texts,
}: RehearsalDelegate): ContractHandlers['rehearsal'] {
  return {
    snapshot: () => rehearsal.view,
    start: () => rehearsal.start(texts().rehearsal.isUnderWay),
    cancel: () => rehearsal.cancel(),
    recentOutput: () => rehearsal.recentOutput(),
  };
}
