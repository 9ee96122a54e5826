import type { z } from 'zod';
import type { ContractHandlers } from '../contract/api.ts';
import { contract } from '../contract/contract.ts';

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
    Object.entries(contract).flatMap(([subject, entries]) =>
      Object.entries(entries).flatMap(([name, entry]): [string, Answerer][] => {
        if (entry.direction !== 'call') return [];
        const channel = `${subject}.${name}`;
        const handler = handlerFor(handlers, subject, name);
        return [[channel, (sent) => handler(checked(channel, entry.argument, sent))]];
      }),
    ),
  );
}

function checked(channel: string, schema: z.ZodType, sent: readonly unknown[]): unknown {
  const parsed = sent.length <= 1 ? schema.safeParse(sent[0]) : undefined;
  if (parsed?.success) return parsed.data;
  throw new TypeError(`${channel} was asked with an argument that it does not take`);
}

/** The contract holds argument and handler together by their types; here they are one family. */
function handlerFor(
  handlers: ContractHandlers,
  subject: string,
  name: string,
): (argument: unknown) => unknown {
  const table: Readonly<Record<string, Readonly<Record<string, unknown>>>> = handlers;
  const handler = table[subject]?.[name];
  if (typeof handler !== 'function') throw new TypeError(`nobody answers ${subject}.${name}`);
  return (argument) => handler(argument);
}
