import { describe, expect, it } from 'vitest';
import type { CommandPlan } from '../../../../../main/rehearsal-master/build/build-plan.ts';
import { callFrom } from '../../../../../main/rehearsal-master/build/command-call.ts';
import { ReceivedFile } from '../../../../../main/rehearsal-master/build/served-file.ts';
import { Referenceable } from '../../../../../main/spread/broker/referenceable.ts';

describe('the call that carries out a plan', () => {
  it('runs a program with Buildbot’s defaults, and with what the plan says', () => {
    expect(callFrom({ kind: 'shell', command: 'make' })).toMatchObject({
      name: 'shell',
      args: { command: 'make', workdir: 'build', timeout: 1200, env: new Map(), usePTY: false },
    });
    const plan = { kind: 'shell', command: ['a'], timeoutSeconds: 5, env: { A: '1' } } as const;
    expect(callFrom({ ...plan, logFiles: { log: 'a.log' } }).args).toMatchObject({
      command: ['a'],
      timeout: 5,
      env: new Map([['A', '1']]),
      logfiles: new Map([['log', 'a.log']]),
    });
  });

  it.each<[CommandPlan, string, object]>([
    [{ kind: 'mkdir', dir: 'build' }, 'mkdir', { dir: 'build' }],
    [{ kind: 'rmdir', dir: 'build' }, 'rmdir', { dir: 'build' }],
    [{ kind: 'stat', file: 'a' }, 'stat', { workdir: 'build', file: 'a' }],
    [{ kind: 'other', name: 'glob', args: { path: '*' } }, 'glob', { path: '*' }],
  ])('is, for %j, %s', (plan, name, args) => {
    expect(callFrom(plan)).toMatchObject({ name, args });
  });

  it('serves the file that the worker downloads', () => {
    const plan = { kind: 'downloadFile', to: 'a', content: new Uint8Array(3) } as const;
    const { args } = callFrom(plan);
    expect(args).toMatchObject({ workerdest: 'a', mode: null, maxsize: null });
    expect(args.reader).toBeInstanceOf(Referenceable);
    expect(callFrom({ ...plan, mode: 0o755 }).args.mode).toBe(0o755);
  });

  it('gathers what the worker uploads under its name there', () => {
    const { args, upload } = callFrom({ kind: 'uploadFile', from: 'report', maxBytes: 9 });
    expect(args).toMatchObject({ workersrc: 'report', maxsize: 9, keepstamp: false });
    expect(upload?.from).toBe('report');
    expect(upload?.file).toBeInstanceOf(ReceivedFile);
    expect(args.writer).toBe(upload?.file.writer);
  });
});
