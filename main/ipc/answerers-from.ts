import type { z } from 'zod';
import type { CallArguments, ContractHandlers } from '../contract/api.ts';
import { CALL_ARGUMENTS } from './arguments.ts';

/** Checks what was sent, then asks the handler. */
export type Answerer = (sent: readonly unknown[]) => unknown;

/**
 * A function per call of the contract, by its channel.
 *
 * Errors: the answerer throws a sentence for an argument of another shape; nothing of the argument
 *         is repeated in it, for it may hold a password.
 */
export function answerersFrom(handlers: ContractHandlers): ReadonlyMap<string, Answerer> {
  return new Map(
    Object.entries(CALL_ARGUMENTS).map(([channel, schema]) => {
      const handler = handlerFor(handlers, channel as keyof CallArguments);
      return [channel, (sent) => handler(checked(channel, schema, sent))];
    }),
  );
}

function checked(channel: string, schema: z.ZodType, sent: readonly unknown[]): unknown {
  const parsed = sent.length <= 1 ? schema.safeParse(sent[0]) : undefined;
  if (parsed?.success) return parsed.data;
  throw new TypeError(`${channel} was asked with an argument that it does not take`);
}

/** The types of `CALL_ARGUMENTS` hold channel and argument together; here they are one family. */
function handlerFor(
  handlers: ContractHandlers,
  channel: keyof CallArguments,
): (argument: unknown) => unknown {
  const [subject = '', name = ''] = channel.split('.');
  const table: Readonly<Record<string, Readonly<Record<string, unknown>>>> = handlers;
  const handler = table[subject]?.[name];
  if (typeof handler !== 'function') throw new TypeError(`nobody answers ${channel}`);
  return (argument) => handler(argument);
}
