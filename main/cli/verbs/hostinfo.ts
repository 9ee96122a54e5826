import { join } from 'node:path';
import type { LinkChoice } from '../../contract/hostinfo/hostinfo-contract.ts';
import { adminText, hostTextFrom, inspectMachine } from '../../hostinfo/describe-machine.ts';
import { readHostinfo } from '../../hostinfo/read-hostinfo.ts';
import {
  nameRefusal,
  removeHostinfoFile,
  writeHostinfoFile,
} from '../../hostinfo/write-hostinfo-file.ts';
import { INFO_DIRNAME } from '../../system/base-directory-files.ts';
import type { Words } from '../../texts/words.ts';
import { sentText } from '../hostinfo/sent-text.ts';
import { assignmentsFrom } from '../program/assignments.ts';
import { DIRECTORY, QUIET, RECONNECT } from '../program/rows.ts';
import { RunError, runErrorOf, UsageError } from '../program/usage-error.ts';
import { type OptionsOf, verb } from '../program/verb.ts';
import { basedirOf, controlOf, findWorker } from '../running-worker/find-worker.ts';
import { connectAgain } from '../running-worker/follow-directory.ts';
import type { Terminal } from '../terminal/terminal.ts';

const OPTIONS = [
  { name: 'fill-in', short: 'f' },
  { name: 'munge-email' },
  { name: 'shared' },
  { name: 'replace-link' },
  { name: 'sent', short: 's' },
  RECONNECT,
  QUIET,
] as const;
type HostinfoOptions = OptionsOf<typeof OPTIONS>;

/** A file of `info/` and what it is to hold; undefined removes it. */
type Change = readonly [name: string, text: string | undefined];

/** Prints what the project learns of this machine, or changes it. */
export const hostinfo = verb({
  name: 'hostinfo',
  args: [DIRECTORY, { name: 'name=text', byDefault: '', isMany: true }],
  isOpenEnded: true,
  options: OPTIONS,
  perform: async (args, options, terminal) => {
    const { words } = terminal;
    const { dir, values } = assignmentsFrom(args);
    if (values.filter(([, typed]) => typed === '-').length > 1) {
      throw new UsageError(({ cli }) => cli.verbs.hostinfo.oneFileFromInput);
    }
    const basedir = await basedirOf(dir);
    if (options.sent) {
      terminal.write(`${await sentText(dir, words)}\n`);
      return 0;
    }
    const infoDir = join(basedir, INFO_DIRNAME);
    const changes = [
      ...(options.fillIn ? await filledIn(options.mungeEmail ?? false) : []),
      ...(await Promise.all(values.map((value) => changeFrom(value, terminal)))),
    ];
    if (changes.length === 0) {
      await show(infoDir, terminal);
      return 0;
    }
    await change(infoDir, changes, choiceFrom(options));
    const done = changes.map((one) => doneText(one, words));
    const lines = [...done, await effectText(dir, options.reconnect ?? false, words)];
    if (!options.quiet) for (const line of lines) terminal.print(line);
    return 0;
  },
});

async function filledIn(isMunged: boolean): Promise<readonly Change[]> {
  const [admin, machine] = await Promise.all([adminText({ isMunged }), inspectMachine()]);
  const host: Change = ['host', hostTextFrom(machine)];
  return admin === '' ? [host] : [['admin', admin], host];
}

/** `-` reads standard input; an empty text removes the file. */
async function changeFrom(
  [name, typed]: readonly [string, string],
  terminal: Terminal,
): Promise<Change> {
  const refusal = nameRefusal(name);
  if (refusal !== undefined) throw new UsageError(({ app }) => app.say(refusal));
  const text = typed === '-' ? await terminal.input() : typed;
  return [name, text.trim() === '' ? undefined : `${text.replace(/\n+$/, '')}\n`];
}

function choiceFrom({ shared, replaceLink }: HostinfoOptions): LinkChoice | undefined {
  if (shared && replaceLink) {
    throw new UsageError(({ cli }) => cli.program.usage.notTogether('--shared', '--replace-link'));
  }
  if (shared) return 'change-shared-file';
  return replaceLink ? 'replace-link' : undefined;
}

async function show(infoDir: string, terminal: Terminal): Promise<void> {
  const { app, cli } = terminal.words;
  const texts = cli.verbs.hostinfo;
  const { files, links, problems } = await readHostinfo(infoDir);
  const names = Object.keys(files);
  if (names.length === 0) terminal.print(texts.nothingThere(infoDir));
  for (const name of names) {
    const target = links[name];
    terminal.print(target === undefined ? texts.file(name) : texts.link(name, target));
    for (const line of (files[name] ?? '').replace(/\n+$/, '').split('\n')) {
      terminal.print(`  ${line}`);
    }
  }
  for (const problem of problems) terminal.print(`! ${app.say(problem)}`);
}

async function change(
  infoDir: string,
  changes: readonly Change[],
  choice: LinkChoice | undefined,
): Promise<void> {
  for (const [name, text] of changes) {
    if (text === undefined) {
      const removed = await removeHostinfoFile(infoDir, name);
      if (!removed.ok) throw runErrorOf(removed.problem);
      continue;
    }
    const written = await writeHostinfoFile(infoDir, name, text, choice);
    if (written.ok) continue;
    const { problem } = written;
    if (problem.kind !== 'is-link') throw runErrorOf(problem);
    throw new RunError(({ app, cli }) =>
      cli.verbs.hostinfo.chooseForLink(app.say(problem.problem)),
    );
  }
}

function doneText([name, text]: Change, { cli }: Words): string {
  const texts = cli.verbs.hostinfo;
  return text === undefined ? texts.removed(name) : texts.wrote(name);
}

/** When the master reads it: as the worker attaches. */
async function effectText(dir: string, reconnect: boolean, words: Words): Promise<string> {
  const texts = words.cli.verbs.hostinfo;
  const found = await findWorker(dir);
  if (found.kind === 'none') return texts.readWhenConnecting;
  if (found.kind === 'buildbot-worker') return texts.readAtNextConnection;
  if (!reconnect) return texts.readAfterReconnect;
  const control = await controlOf(found);
  try {
    return await connectAgain(control, words);
  } finally {
    control.close();
  }
}
