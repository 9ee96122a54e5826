import { ipcMain, type WebFrameMain } from 'electron';
import type { ContractHandlers } from '../contract/api.ts';
import { type Teardown, toTeardown } from '../lib/teardown.ts';
import { answerersFrom } from './answerers-from.ts';

/**
 * Answers the windows' calls. What another frame asks, or what has another shape than the contract
 * demands, is refused before any handler sees it.
 */
export function bindContract(
  handlers: ContractHandlers,
  isOurs: (frame: WebFrameMain | null) => boolean,
): Teardown {
  const answerers = answerersFrom(handlers);
  for (const [channel, answer] of answerers) {
    ipcMain.handle(channel, (event, ...sent: unknown[]) => {
      if (!isOurs(event.senderFrame)) throw new Error(`${channel} was asked by a stranger`);
      return answer(sent);
    });
  }
  return toTeardown(() => {
    for (const [channel] of answerers) ipcMain.removeHandler(channel);
  });
}
