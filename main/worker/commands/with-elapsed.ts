import type { Command, CommandDefinition } from '../command.ts';

/**
 * The definition whose commands also send `elapsed`, in seconds, when they have ended, with any result:
 * after `rc`, and after the headers of a process. A command that was interrupted sends none, as the
 * Python worker does not.
 *
 * Source: Buildbot, worker/buildbot_worker/commands/base.py, Command.doStart and doInterrupt.
 */
export function withElapsed(definition: CommandDefinition): CommandDefinition {
  return {
    ...definition,
    create(args, context) {
      const command = definition.create(args, context);
      const { clock, updates } = context;
      let isInterrupted = false;
      const timed: Command = {
        summary: command.summary,
        argv: command.argv,
        workdir: command.workdir,
        isMomentary: command.isMomentary ?? false,
        async run() {
          const startMs = clock.monotonicMs();
          try {
            await command.run();
          } finally {
            const seconds = (clock.monotonicMs() - startMs) / 1000;
            if (!isInterrupted) updates.value('elapsed', { float: seconds });
          }
        },
        interrupt(why, urgency) {
          isInterrupted = true;
          command.interrupt(why, urgency);
        },
      };
      return timed;
    },
  };
}
