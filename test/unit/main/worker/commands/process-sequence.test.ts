import { describe, expect, it } from 'vitest';
import { ProcessSequence } from '../../../../../main/worker/commands/process-sequence.ts';
import { recordingContext } from '../../../../support/recording-sink.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const basedir = temporaryBasedir();

function sequence(limits = { timeout: null as number | null, maxTime: null as number | null }) {
  const context = recordingContext(basedir.path);
  const processes = new ProcessSequence(context, { ...limits, logEnviron: false });
  return { processes, updates: context.updates };
}

describe('programs one after the other', () => {
  it('run in the base directory and give their codes, which are not the command’s', async () => {
    const { processes, updates } = sequence();
    expect(await processes.run('/bin/sh', '-c', 'pwd')).toBe(0);
    expect(await processes.run('/bin/sh', '-c', 'exit 3')).toBe(3);
    expect(updates.valuesOf('stdout').join('')).toBe(`${basedir.path}\n`);
    expect(updates.valuesOf('rc')).toEqual([]);
  });

  it('get words as they are', async () => {
    const { processes, updates } = sequence();
    await processes.run('printf', '%s', '$HOME; *');
    expect(updates.valuesOf('stdout').join('')).toBe('$HOME; *');
  });

  it('that are not there give a code', async () => {
    expect(await sequence().processes.run('no-such-program')).not.toBe(0);
  });

  it('are ended by an interrupt, and none is begun after it', async () => {
    const { processes, updates } = sequence();
    const running = processes.run('/bin/sh', '-c', 'echo up; exec sleep 600');
    await waitFor(() => expect(updates.valuesOf('stdout').join('')).toBe('up\n'));
    expect(processes.isInterrupted).toBe(false);
    processes.interrupt('stop it');
    expect(await running).not.toBe(0);
    expect(await processes.run('/bin/sh', '-c', 'echo never')).toBe(-1);
    expect([processes.isInterrupted, updates.valuesOf('stdout').join('')]).toEqual([true, 'up\n']);
  });

  it('are not begun when the interrupt came first', async () => {
    const { processes, updates } = sequence();
    processes.interrupt('stop it');
    expect(await processes.run('/bin/sh', '-c', 'echo never')).toBe(-1);
    expect(updates.updates).toEqual([]);
  });
});
