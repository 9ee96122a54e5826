import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ProcessLook } from '../../../../../../main/worker/process/tree/process-look.ts';
import { onlyOn } from '../../../../../support/only-on.ts';

/** A child that runs once this has resolved. */
async function started(): Promise<number> {
  const child = spawn('sh', ['-c', 'echo up; read line'], {
    env: { PATH: process.env.PATH, LOOK: 'yes' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

const pidsOf = ({ table }: ProcessLook): readonly number[] => table.map(({ pid }) => pid);

describe('a look at the processes', onlyOn('linux', 'only Linux lists them cheaply'), () => {
  it('shows one moment: what comes later is not in it, however often it is asked', async () => {
    const look = new ProcessLook();
    expect(pidsOf(look)).toContain(process.pid);
    const pid = await started();
    expect(pidsOf(look)).not.toContain(pid);
    expect(pidsOf(new ProcessLook())).toContain(pid);
  });

  it('leaves out what was there before the process that it is for', async () => {
    const pid = await started();
    expect(pidsOf(new ProcessLook(pid))).toContain(pid);
    expect(pidsOf(new ProcessLook(pid))).not.toContain(process.pid);
  });

  it('reads what a process was started with once', async () => {
    const pid = await started();
    const look = new ProcessLook(pid);
    const entry = look.table.find((each) => each.pid === pid);
    if (!entry) throw new Error('it is not listed');
    const environment = look.environmentOf(entry);
    expect(environment).toContain('LOOK=yes');
    expect(look.environmentOf(entry)).toBe(environment);
  });
});
