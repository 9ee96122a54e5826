import { plainText } from '../main/lib/plain-text.ts';
import type { AttachedWorker } from '../main/rehearsal-master/attached-worker.ts';
import type { CommandRunner } from './commands.ts';

/** What of a PB master's worker the measures of commands use. */
export function runnerAt(remote: AttachedWorker): CommandRunner {
  return {
    run: async (args, onStdout) => {
      const command = await remote.startCommand('b', 'shell', { ...args, workdir: 'b' }, (pair) => {
        if (pair[0] === 'stdout') onStdout(plainText(pair[1]));
      });
      await command.completed;
    },
    stopReading: () => remote.stopReading(),
    readAgain: () => remote.readAgain(),
  };
}
