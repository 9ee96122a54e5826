import type { Difference } from './support/comparer.ts';

/** A difference from the Python worker that is meant; README.md explains each in a sentence. */
export interface AllowedDifference {
  /** The row of the table in README.md. */
  readonly name: string;
  readonly builder: RegExp;
  readonly where: RegExp;
  /** What the Python worker's master has there; absent: anything. */
  readonly reference?: RegExp;
  /** What ours must leave there; absent: anything. */
  readonly candidate?: RegExp;
}

const ALLOWED_DIFFERENCES: readonly AllowedDifference[] = [
  {
    name: 'refused arguments',
    builder: /^(bad-arguments|mkdir)$/,
    where: /log err\.(text|html) › text/,
    reference: /KeyError/,
    candidate: /ValueError/,
  },
  {
    name: 'doubled slashes in glob',
    builder: /^glob$/,
    where: /command 1 \(glob\) › updates/,
    reference: /sub\/\/d\.txt/,
    candidate: /sub\/d\.txt/,
  },
  {
    name: 'the words of a failure over MessagePack',
    builder: /^raw-shell$/,
    where: /step "a number in the environment" › (log err\.(text|html) › (text|lines)|command 1)/,
    reference: /Failure instance|^\d+$/,
  },
  {
    name: 'last words after an interrupt signal',
    builder: /^interrupt-term-signal$/,
    where: /step "waits"/,
  },
  {
    name: 'a program that is missing',
    builder: /^(endings|environment)$/,
    where:
      /step "(missing program.*|the worker's PATH does not find it)" › log stdio › (lines|stderr)/,
  },
  {
    name: 'a file that the kernel cannot run',
    builder: /^formats$/,
    where: /step ".* (by a pipe|on a terminal)" › log stdio › (lines|stderr|stdout)/,
    reference: /Exec format error|^\d+$|^$/,
    candidate: /Exec format error|^\d+$|^$/,
  },
  {
    // The traceback may still be on its way when the terminal closes: HUP then ends what prints it.
    name: 'a file that the kernel cannot run',
    builder: /^formats$/,
    where: /step ".* on a terminal" › (log stdio › header|command 1)/,
    reference: /killed by signal|rc=-1/,
  },
  {
    name: 'the environment that a master receives',
    builder: /^properties$/,
    where: /property INTEROP_SET|step "from the environment" › log properties/,
    reference: /INTEROP_SET|^2$|set for the worker/,
  },
  {
    name: 'first lines of a followed log file',
    builder: /^log-files-over-time$/,
    where: /step "followed" › log followed/,
  },
  {
    name: 'long lines',
    builder: /^(long-lines|quoting)$/,
    where: /log stdio › (stdout|header)/,
    candidate: /^(?!$)/,
  },
  {
    name: 'uploadDirectory of a file',
    builder: /^upload-directory$/,
    where: /step "(a file|manifest on the master)"/,
  },
  {
    name: 'number of processors',
    builder: /^umask$/,
    where: /step "what the master receives"/,
    candidate: /\b7 posix|^(?!.*posix)/,
  },
  {
    // The master writes it without waiting, so that the record has the one or the other.
    name: 'the state of a step that has just ended',
    builder: /^steps$/,
    where: /step "size" › state/,
    reference: /^"?(measuring tree size|treesize \d+ KiB)/,
    candidate: /^"?(measuring tree size|treesize \d+ KiB)/,
  },
  {
    name: 'order of glob',
    builder: /^upload-many-files$/,
    where: /step "a pattern" › log stdio › header/,
  },
];

export function isAllowed(difference: Difference): boolean {
  return ALLOWED_DIFFERENCES.some((allowed) => fits(allowed, difference));
}

function fits(allowed: AllowedDifference, difference: Difference): boolean {
  return (
    allowed.builder.test(difference.builder) &&
    allowed.where.test(difference.where) &&
    (allowed.reference?.test(difference.reference ?? '') ?? true) &&
    (allowed.candidate?.test(difference.candidate ?? '') ?? true)
  );
}
