// Asks the worker of a directory for its status, again and again, until it is ended by TERM; then it prints
// how many milliseconds the slowest answer took. A process of its own, since the one that plays the master
// is busy.
import { setTimeout as delay } from 'node:timers/promises';
import { openControl } from '../../../main/control/control-client.ts';

const EVERY_MS = 20;

const control = await openControl(process.argv[2] ?? '');
if (!control.ok) throw new Error('nobody listens in the directory');
let slowestMs = 0;
let askedMs: number | undefined;
process.on('SIGTERM', () => {
  // What was not answered at all counts as long as it has been waited for.
  const waitedMs = askedMs === undefined ? 0 : performance.now() - askedMs;
  process.stdout.write(`${Math.max(slowestMs, waitedMs)}\n`, () => process.exit(0));
});
process.stdout.write('ready\n');
for (;;) {
  askedMs = performance.now();
  await control.value.status();
  slowestMs = Math.max(slowestMs, performance.now() - askedMs);
  askedMs = undefined;
  await delay(EVERY_MS);
}
