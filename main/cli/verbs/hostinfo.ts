import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import type { LinkChoice } from '../../contract/hostinfo/hostinfo-contract.ts';
import { adminText, hostTextFrom, inspectMachine } from '../../hostinfo/describe-machine.ts';
import { readHostinfo } from '../../hostinfo/read-hostinfo.ts';
import {
  nameRefusal,
  removeHostinfoFile,
  writeHostinfoFile,
} from '../../hostinfo/write-hostinfo-file.ts';
import { assignmentsFrom } from '../program/assignments.ts';
import { RunError, UsageError } from '../program/usage-error.ts';
import { basedirOf, controlOf, findWorker } from '../running-worker/find-worker.ts';
import { connectAnew } from '../running-worker/follow-directory.ts';
import { toldText } from './told.ts';

export interface HostinfoOptions {
  /** Write `admin` and `host` from this machine. */
  readonly fillIn?: boolean;
  /** With `fillIn`: write addresses so that collectors of addresses do not read them. */
  readonly mungeEmail?: boolean;
  /** Change the file that a link leads to. */
  readonly shared?: boolean;
  /** Put a file of its own in the place of a link. */
  readonly replaceLink?: boolean;
  /** Print everything that the master is told. */
  readonly told?: boolean;
  /** Connect anew between builds, so that the master reads what was changed. */
  readonly reconnect?: boolean;
  readonly quiet?: boolean;
}

/** A file of `info/` and what it is to hold; undefined removes it. */
type Change = readonly [name: string, text: string | undefined];

/**
 * Prints what the project is told of this machine, or changes it.
 *
 * Shape:  the exit status.
 * Errors: UsageError for a name that is none; RunError for a file that cannot be read or written.
 */
export async function hostinfo(
  words: readonly string[],
  options: HostinfoOptions,
): Promise<number> {
  const { dir, values } = assignmentsFrom(words);
  if (values.filter(([, typed]) => typed === '-').length > 1) {
    throw new UsageError('Standard input can be read for one file only.');
  }
  const basedir = await basedirOf(dir);
  if (options.told) {
    console.log(await toldText(dir));
    return 0;
  }
  const infoDir = join(basedir, 'info');
  const changes = [
    ...(options.fillIn ? await filledIn(options.mungeEmail ?? false) : []),
    ...(await Promise.all(values.map(changeFrom))),
  ];
  if (changes.length === 0) await show(infoDir);
  else await change(infoDir, changes, choiceFrom(options));
  const lines =
    changes.length === 0 ? [] : [...changes.map(doneText), await thenText(dir, options)];
  if (!options.quiet) for (const line of lines) console.log(line);
  return 0;
}

async function filledIn(isMunged: boolean): Promise<readonly Change[]> {
  const [admin, machine] = await Promise.all([adminText({ isMunged }), inspectMachine()]);
  return [
    ['admin', admin],
    ['host', hostTextFrom(machine)],
  ];
}

/** `-` reads standard input; nothing removes the file. */
async function changeFrom([name, typed]: readonly [string, string]): Promise<Change> {
  const refusal = nameRefusal(name);
  if (refusal !== undefined) throw new UsageError(refusal.sentence);
  const text = typed === '-' ? await textOf(process.stdin) : typed;
  return [name, text.trim() === '' ? undefined : `${text.replace(/\n+$/, '')}\n`];
}

function choiceFrom({ shared, replaceLink }: HostinfoOptions): LinkChoice | undefined {
  if (shared && replaceLink)
    throw new UsageError('--shared and --replace-link exclude each other.');
  if (shared) return 'change-shared-file';
  return replaceLink ? 'replace-link' : undefined;
}

async function show(infoDir: string): Promise<void> {
  const { files, links, problems } = await readHostinfo(infoDir);
  const names = Object.keys(files);
  if (names.length === 0)
    console.log(`There is nothing in ${infoDir}: the project sees no more than the worker's name.`);
  for (const name of names) {
    const shared = links[name];
    console.log(shared === undefined ? `${name}:` : `${name}, a link to ${shared}:`);
    for (const line of (files[name] ?? '').replace(/\n+$/, '').split('\n'))
      console.log(`  ${line}`);
  }
  for (const sentence of problems) console.log(`! ${sentence}`);
}

async function change(
  infoDir: string,
  changes: readonly Change[],
  choice: LinkChoice | undefined,
): Promise<void> {
  for (const [name, text] of changes) {
    if (text === undefined) {
      const removed = await removeHostinfoFile(infoDir, name);
      if (!removed.ok) throw new RunError(removed.problem.sentence);
      continue;
    }
    const written = await writeHostinfoFile(infoDir, name, text, choice);
    if (written.ok) continue;
    const { kind, sentence } = written.problem;
    throw new RunError(
      kind === 'is-link' ? `${sentence} By --shared or by --replace-link.` : sentence,
    );
  }
}

function doneText([name, text]: Change): string {
  return text === undefined ? `removed ${name}` : `wrote ${name}`;
}

/** The master reads it when the worker attaches. */
async function thenText(dir: string, { reconnect }: HostinfoOptions): Promise<string> {
  const found = await findWorker(dir);
  if (found.kind === 'none') return 'the master reads it when the worker connects';
  if (found.kind === 'buildbot-worker') return 'the master reads it at the next connection';
  if (!reconnect) return 'the master reads it at the next connection: --reconnect brings that';
  const control = await controlOf(found);
  try {
    return await connectAnew(control);
  } finally {
    control.close();
  }
}
