// Given to a worker's Node by NODE_OPTIONS: at each SIGUSR2 it writes, to the file that LOOP_WATCH_FILE
// names, for how many milliseconds the loop was held at most since the last one: by the clock, and in the
// thread's own processor time, which other programs of the machine do not make longer.
import { renameSync, writeFileSync } from 'node:fs';

const LOOK_MS = 5;
const path = process.env.LOOP_WATCH_FILE;

if (path !== undefined) {
  let last = now();
  let held = { clockMs: 0, processorMs: 0 };
  const look = () => {
    const at = now();
    held = {
      clockMs: Math.max(held.clockMs, at.clockMs - last.clockMs - LOOK_MS),
      processorMs: Math.max(held.processorMs, at.processorMs - last.processorMs),
    };
    last = at;
  };
  setInterval(look, LOOK_MS).unref();
  process.on('SIGUSR2', () => {
    look();
    writeFileSync(`${path}.new`, JSON.stringify(held));
    renameSync(`${path}.new`, path);
    held = { clockMs: 0, processorMs: 0 };
  });
}

function now() {
  const { user, system } = process.threadCpuUsage?.() ?? process.cpuUsage();
  return { clockMs: performance.now(), processorMs: (user + system) / 1000 };
}
