import type { BotOptions } from '../../main/worker/bot.ts';
import { LeftProcesses } from '../../main/worker/process/tree/left-processes.ts';
import { FakeClock } from './fake-clock.ts';
import { RecordingLogger } from './recording-logger.ts';

/** What a bot of the tests is made with, where a test does not say otherwise. */
export function botOptions(changes: Partial<BotOptions> & Pick<BotOptions, 'basedir'>): BotOptions {
  return {
    numcpus: 1,
    unicodeEncoding: 'utf-8',
    deleteLeftoverDirs: false,
    fileAccess: 'basedir',
    version: '1',
    environment: {},
    clock: new FakeClock(),
    logger: new RecordingLogger(),
    leftProcesses: new LeftProcesses(),
    leftoverProcesses: 'build',
    protection: 'open',
    protectionPaths: undefined,
    readHostinfo: async () => ({}),
    onOutput: () => {},
    onWork: () => {},
    onChanged: () => {},
    onShutdown: () => {},
    ...changes,
  };
}
