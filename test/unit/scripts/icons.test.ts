import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { WorkerStatusKind } from '../../../main/contract/worker/worker-status.ts';

// A record, so that the compiler asks for a picture when the union grows.
const PICTURED: Record<WorkerStatusKind, true> = {
  stopped: true,
  connecting: true,
  idle: true,
  building: true,
  draining: true,
  paused: true,
  error: true,
};
const KINDS = Object.keys(PICTURED);
const SIZES = { '': 22, '-16': 16, '-24': 24 };

function widthOf(file: string): number {
  return fs.readFileSync(file).readUInt32BE(16); // the first field of a PNG's header chunk
}

it.each(KINDS)('%s has an icon for light and dark panels at every size', (kind) => {
  for (const theme of ['', '-dark'])
    for (const [suffix, size] of Object.entries(SIZES)) {
      const name = path.join('assets/tray', `${kind}${theme}${suffix}`);
      expect([widthOf(`${name}.png`), widthOf(`${name}@2x.png`)]).toEqual([size, 2 * size]);
    }
});

it('no state looks like another one', () => {
  const looks = ['', '-dark'].flatMap((theme) =>
    KINDS.map((kind) =>
      createHash('sha256')
        .update(fs.readFileSync(`assets/tray/${kind}${theme}.png`))
        .digest('hex'),
    ),
  );
  expect(new Set(looks).size).toBe(2 * KINDS.length);
});
