// node bench/msgpack/libraries.mjs: how fast MessagePack libraries write the updates of a flood. The one
// that is not in use is measured beside when it is there: npm install --no-save @msgpack/msgpack
import { Packr } from 'msgpackr';

const BATCH_BYTES = 64 * 1024;
const ROUNDS = 5;
const MEGABYTES = 200;

/** As many lines as the Python worker puts into one update, as the wire has them. */
function updateOf(line) {
  const count = Math.floor(BATCH_BYTES / (line.length + 16));
  const now = Date.now() / 1000;
  const offsets = Array.from({ length: count }, (_, at) => (at + 1) * line.length - 1);
  const triple = [line.repeat(count), offsets, Array(count).fill(now)];
  return { op: 'update', seq_number: 70_000, command_id: '12', args: [['stdout', triple]] };
}

const FLOODS = {
  'long lines': updateOf(
    `${'the quick brown fox jumps over the lazy dog, and then again, all day'}\n`,
  ),
  'short lines': updateOf('ok\n'),
  'not ASCII': updateOf(`${'grüße aus köln, 日本語のテキスト'.repeat(3)}\n`),
};

const packr = new Packr({ useRecords: false, variableMapSize: true });
const LIBRARIES = { msgpackr: (message) => packr.pack(message) };
const other = await import('@msgpack/msgpack').catch(() => undefined);
if (other) {
  const encoder = new other.Encoder();
  LIBRARIES['@msgpack/msgpack'] = (message) => encoder.encode(message);
}

for (const [flood, update] of Object.entries(FLOODS)) {
  const textBytes = Buffer.byteLength(update.args[0][1][0]);
  const times = Math.ceil((MEGABYTES * 1e6) / textBytes / 10);
  for (const [library, encode] of Object.entries(LIBRARIES)) {
    const rates = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const startedAt = performance.now();
      for (let time = 0; time < times; time += 1) encode(update);
      rates.push((textBytes * times) / 1e3 / (performance.now() - startedAt));
    }
    rates.sort((a, b) => a - b);
    console.log(
      `${flood}, ${library}: ${rates[Math.floor(ROUNDS / 2)].toFixed(0)} MB of text a second`,
    );
  }
}
