import { isAbsolute } from 'node:path';
import { z } from 'zod';
import type {
  Command,
  CommandContext,
  CommandDefinition,
  MasterFile,
  WireArguments,
} from '../command.ts';
import { CommandArgumentError } from '../command-errors.ts';
import { MOST_ARGUMENT_ENTRIES } from '../master-limits.ts';
import { type PathAt, pathsBelow } from './pb-paths.ts';

/** What makes a command of one name, its arguments described by a schema. */
export interface CommandDescription<Schema extends z.ZodType> {
  /** Its name on the wire; with two, that of Perspective Broker first. */
  readonly names: readonly [string, ...string[]];
  /** The Python worker's class of it. */
  readonly className: string;
  /** As the Python worker requires them: it accepts the absence of some that it then needs. */
  readonly requiredArguments: readonly string[];
  readonly schema: Schema;
  readonly masterFile?: MasterFile;
  /** Most entries of those arguments that may not have MOST_ARGUMENT_ENTRIES. */
  readonly mostEntries?: Readonly<Record<string, number>>;
  /** Those arguments that Perspective Broker spells otherwise, or whose path it has relative. */
  pbArguments(args: WireArguments, at: PathAt): WireArguments;
  create(args: z.output<Schema>, context: CommandContext): Command;
}

/** A definition that decodes the arguments at the door. */
export function defineCommand<Schema extends z.ZodType>(
  description: CommandDescription<Schema>,
): CommandDefinition {
  const { names, className, requiredArguments, schema, masterFile, mostEntries } = description;
  return {
    names,
    className,
    requiredArguments,
    masterFile,
    argumentsFromPb: (args, builddir) => ({
      ...args,
      ...description.pbArguments(args, pathsBelow(builddir)),
    }),
    create(args, context) {
      // First, because a schema takes its time for each entry.
      refuseManyEntries(names[0], args, mostEntries);
      refuseForeignBytes(names[0], args);
      const decoded = schema.safeParse(args);
      if (!decoded.success) throw new CommandArgumentError(sentenceOf(names[0], decoded.error));
      return description.create(decoded.data, context);
    },
  };
}

/** An absolute path; both protocols deliver them so. */
export const pathArgument = z
  .string()
  .min(1)
  .refine((path) => !path.includes('\0'), 'a path cannot contain NUL')
  .refine(isAbsolute, 'expected an absolute path');

/** A number of any size; integers that a double cannot hold arrive as bigints. */
export const numberArgument = z.union([z.number(), z.bigint().transform(Number)]);

/** True or false, which old masters send as 1 or 0 and leave out or null for false. */
export const truthArgument = z
  .union([z.boolean(), z.number(), z.null()])
  .optional()
  .transform((value) => Boolean(value));

/** The arguments of commands that run a program. */
export const processArguments = {
  /** Seconds without output; null: any. */
  timeout: numberArgument.nullable().default(120),
  /** Seconds in all; null: any. */
  maxTime: numberArgument.nullable().default(null),
  logEnviron: z.union([z.boolean(), z.number()]).default(true).transform(Boolean),
};

function refuseManyEntries(
  name: string,
  args: WireArguments,
  mostEntries: Readonly<Record<string, number>> = {},
): void {
  for (const [argument, value] of Object.entries(args)) {
    const most = mostEntries[argument] ?? MOST_ARGUMENT_ENTRIES;
    if (entriesOf(value) <= most) continue;
    throw new CommandArgumentError(
      `${name}: the argument '${argument}' is wrong: it may have ${most} entries at most`,
    );
  }
}

function entriesOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return 0;
  return Object.keys(value).length;
}

/** A program or a file of bytes that are no UTF-8 would be another one: Node has text only. */
function refuseForeignBytes(name: string, args: WireArguments): void {
  const [argument] = Object.entries(args).find(([, value]) => holdsBytes(value)) ?? [];
  if (argument === undefined) return;
  throw new CommandArgumentError(
    `${name}: the argument '${argument}' has bytes that are not UTF-8, and would be another text`,
  );
}

/** In lists and records; a file of the master's is neither. */
function holdsBytes(value: unknown): boolean {
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.some(holdsBytes);
  const isRecord =
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;
  return isRecord && Object.values(value).some(holdsBytes);
}

function sentenceOf(name: string, error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return `${name}: its arguments cannot be used`;
  const argument = issue.path.map(String).join('.') || 'arguments';
  return `${name}: the argument '${argument}' is wrong: ${issue.message}`;
}
