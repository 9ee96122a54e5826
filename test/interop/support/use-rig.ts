import { afterAll, beforeAll, expect } from 'vitest';
import { InteropRig, type RigOptions } from './interop-rig.ts';

/** One rig for a file's tests. At the end no process may be left of what its builds started. */
export function useRig(options: RigOptions): () => InteropRig {
  let rig: InteropRig | undefined;
  beforeAll(async () => {
    rig = await InteropRig.start(options);
  });
  afterAll(async () => {
    if (rig !== undefined) expect(await rig.stop()).toEqual([]);
  });
  return () => {
    if (rig === undefined) throw new Error('the rig has not started');
    return rig;
  };
}
