import { tmpdir } from 'node:os';
import { RehearsalSession } from '../../rehearsal-session/rehearsal-session.ts';
import { VERBOSE } from '../program/rows.ts';
import { verb } from '../program/verb.ts';
import { RehearsalPrinter } from '../rehearsal/rehearsal-printer.ts';

const PAUSE_SECONDS = 1;

/** Runs a rehearsal and prints it; the exit status is 0 when every step ended as it was meant to. */
export const rehearse = verb({
  name: 'rehearse',
  args: [],
  options: [{ name: 'quick', short: 'q' }, VERBOSE],
  perform: async (_args, { quick, verbose = false }, terminal) => {
    const pauseSeconds = quick ? 0 : PAUSE_SECONDS;
    const session = new RehearsalSession({ parentDir: tmpdir(), pauseSeconds });
    cancelBySignal(session);
    const printer = new RehearsalPrinter(terminal, verbose);
    session.onPrinted((output) => printer.printed(output));
    session.onChanged((view) => printer.show(view));
    const { state } = await session.run();
    return state.kind === 'done' && state.verdict.kind === 'as-planned' ? 0 : 1;
  },
});

/** Whoever asks again does not want to wait for anything. */
function cancelBySignal(session: RehearsalSession): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void session.cancel();
      process.on(signal, () => process.exit(1));
    });
  }
}
