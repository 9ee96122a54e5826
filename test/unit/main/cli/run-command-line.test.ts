import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../../main/cli/run-command-line.ts';
import { FakeTerminal } from '../../../support/fake-terminal.ts';

async function ran(typed: readonly string[], failure?: Error) {
  const terminal = new FakeTerminal();
  const output = { flush: async () => {}, failure };
  const status = await runCommandLine(typed, Object.assign(terminal, { output }));
  return { status, terminal };
}

describe('the command line', () => {
  it('does what it is asked for', async () => {
    const { status, terminal } = await ran(['completion', 'bash']);
    expect(status).toBe(0);
    expect(terminal.stdout).toContain('complete');
  });

  it('names what it does not understand, with exit status 2', async () => {
    const { status, terminal } = await ran(['statsu']);
    expect(status).toBe(2);
    expect(terminal.stderr).toContain('statsu');
  });

  it('fails where its output could not be written', async () => {
    const { status, terminal } = await ran(['completion', 'bash'], new Error('ENOSPC: no space'));
    expect(status).toBe(1);
    expect(terminal.stderr).toContain('ENOSPC');
  });
});
