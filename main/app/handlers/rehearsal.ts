import type { ContractHandlers } from '../../contract/api.ts';
import type { Texts } from '../../texts/texts.ts';
import type { AppRehearsal } from '../app-rehearsal.ts';

export function rehearsalHandlers(
  rehearsal: AppRehearsal,
  texts: () => Texts,
): ContractHandlers['rehearsal'] {
  return {
    snapshot: () => rehearsal.view,
    start: () => rehearsal.start(texts().rehearsal.isUnderWay),
    cancel: () => rehearsal.cancel(),
    recentOutput: () => rehearsal.recentOutput(),
  };
}
