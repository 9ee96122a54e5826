import { describe, expect, it } from 'vitest';
import { commandLineOf } from '../../../../main/system/running-process.ts';

describe('the command line of a process', () => {
  it('is looked for again while the process becomes another program', async () => {
    const reads = ['', '', 'twistd\0--pidfile\0x\0'];
    expect(await commandLineOf(1, async () => reads.shift())).toBe('twistd --pidfile x');
  });

  it('is empty for what never has one, and unknown where nothing is told', async () => {
    expect(await commandLineOf(1, async () => '')).toBe('');
    expect(await commandLineOf(1, async () => undefined)).toBe(undefined);
  });
});
