import { describe, expect, it } from 'vitest';
import type { CommandEnd, StartedCommand } from '../../../../main/contract/builds/work-event.ts';
import { RecordedBuild } from '../../../../main/history/recorded-build.ts';

function build() {
  const recorded = new RecordedBuild('b1', {
    kind: 'build-started',
    builderName: 'linux',
    at: 10,
    isAnnounced: true,
  });
  const start = (commandId: string, more: Partial<StartedCommand> = {}) =>
    recorded.commandStarted(
      { commandId, name: 'shell', summary: 'make', argv: undefined, workdir: '/w', ...more },
      20,
    );
  const end = (commandId: string, how: CommandEnd = { kind: 'exited', rc: 0 }) =>
    recorded.commandEnded({
      kind: 'command-ended',
      builderName: 'linux',
      at: 30,
      commandId,
      durationMs: 10.4,
      outputBytes: 5,
      end: how,
    });
  return { recorded, start, end };
}

describe('a recorded build', () => {
  it('runs until it is ended, and then is what its commands make of it', () => {
    const { recorded, start, end } = build();
    start('1');
    end('1');
    expect(recorded.summary).toMatchObject({ outcome: 'running', commandCount: 1, failedCount: 0 });
    start('2');
    end('2', { kind: 'exited', rc: 1 });
    recorded.endedAt = 40;
    expect(recorded.summary).toEqual({
      id: 'b1',
      builderName: 'linux',
      startedAt: 10,
      endedAt: 40,
      outcome: 'errors',
      commandCount: 2,
      failedCount: 1,
      outputBytes: 10,
    });
    expect(recorded.details.commands[0]).toMatchObject({ durationMs: 10, isFailure: false });
  });

  it('ends the last command of an id that a master uses again', () => {
    const { recorded, start, end } = build();
    start('1');
    end('1', { kind: 'interrupted' });
    start('1');
    end('1');
    expect(recorded.details.commands.map((command) => command.end?.kind)).toEqual([
      ...['interrupted', 'exited'],
    ]);
    end('1', { kind: 'dropped' });
    end('unknown', { kind: 'dropped' });
    expect(recorded.details.commands.map((command) => command.end?.kind)).toEqual([
      ...['interrupted', 'exited'],
    ]);
  });

  it('keeps the first 500 commands; the others count', () => {
    const { recorded, start, end } = build();
    for (let number = 0; number < 510; number += 1) {
      start(`${number}`);
      end(`${number}`, { kind: 'exited', rc: number === 505 ? 2 : 0 });
    }
    start('510');
    expect(recorded.commandCount).toBe(511);
    recorded.endedAt = 40;
    expect(recorded.details.commands).toHaveLength(500);
    expect(recorded.summary).toMatchObject({
      outcome: 'errors',
      failedCount: 1,
      outputBytes: 2_550,
    });
  });

  it('cuts what is long, and keeps no more than fits', () => {
    const { recorded, start } = build();
    start('1', { summary: 'x'.repeat(3_000), argv: Array(200).fill('y') });
    const [command] = recorded.details.commands;
    expect(command?.summary).toBe(`${'x'.repeat(2_000)}…`);
    expect(command?.argv).toHaveLength(100);
    for (let number = 2; number < 60; number += 1) {
      start(`${number}`, { argv: [...Array(9)].map(() => 'z'.repeat(2_000)) });
    }
    expect(JSON.stringify(recorded.details).length).toBeLessThan(140_000);
    expect(recorded.details.commands.length).toBeGreaterThan(3);
  });
});
