import type { WorkerConfig } from '../../worker-settings/worker-config.ts';
import { renderLiteral } from './render-literal.ts';
import { type TacValues, tacSettingsFrom } from './tac-settings-from.ts';
import { keywordOfSetting } from './worker-arguments.ts';

export interface RenderOptions {
  /** The file means its own folder, wherever that is moved. */
  readonly isRelocatable: boolean;
}

/** A new `buildbot.tac` that Buildtray, `buildbot-worker` and `twistd` can run alike. */
export function renderTac(config: WorkerConfig, { isRelocatable }: RenderOptions): string {
  const settings = tacSettingsFrom(config);
  const blocks = [
    OPENING,
    basedirBlock(settings, isRelocatable),
    APPLICATION,
    ...(config.logSize === undefined ? [] : [logBlock(settings)]),
    ...workerBlocks(settings),
    ...(config.fileAccess === 'anywhere' ? [ownVariable('buildtray_file_access', 'anywhere')] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const OPENING = `\
# The settings of one Buildbot worker. Buildtray and buildbot-worker both run from this file.
# Buildtray reads the values and never runs the code: keep each of them a plain text, number,
# True, False or None.
import os

from buildbot_worker.bot import Worker
from twisted.application import service`;

/** Tools tell a worker's directory by this call, spelled with single quotes. */
const APPLICATION = `\
# Worker directories are recognised by the next line: leave it as it is.
application = service.Application('buildbot-worker')`;

/** A variable that buildbot-worker makes no use of, with a word on it. */
export function ownVariable(name: string, value: string): string {
  return `# Buildtray alone reads this; to buildbot-worker it means nothing.\n${name} = ${renderLiteral(value)}`;
}

function basedirBlock(settings: TacValues, isRelocatable: boolean): string {
  const line = (value: string) => `basedir = ${value}`;
  if (!isRelocatable) return line(renderLiteral(settings.basedir ?? null));
  return `\
${line("'.'")}
if basedir == '.':  # the folder this file is in, wherever it is moved
    basedir = os.path.dirname(os.path.abspath(__file__))`;
}

/** Lines that give the application a log of its own, rotated at a size. */
export function logBlock(
  settings: TacValues,
  { application = 'application', folder = 'basedir' } = {},
): string {
  return `\
# twistd.log is rotated at this many bytes; of the older ones this many are kept (None: all).
${assignments(settings, ['rotateLength', 'maxRotatedFiles'])}

from twisted.python import log, logfile

${application}.setComponent(
    log.ILogObserver,
    log.FileLogObserver(
        logfile.LogFile.fromFullPath(
            os.path.join(${folder}, 'twistd.log'),
            rotateLength=rotateLength,
            maxRotatedFiles=maxRotatedFiles,
        )
    ).emit,
)`;
}

const MASTER = ['buildmaster_host', 'port', 'connection_string'] as const;
const LOGIN = ['workername', 'passwd'] as const;
const BEHAVIOUR = [
  'keepalive',
  'umask',
  'maxdelay',
  'numcpus',
  'allow_shutdown',
  'maxretries',
  'use_tls',
  'delete_leftover_dirs',
  'proxy_connection_string',
  'protocol',
] as const;
/** Not every version of buildbot-worker knows them, so they are written only where they are used. */
const RARE = { unicode_encoding: 'utf-8', path: null } as const;

function workerBlocks(settings: TacValues): string[] {
  const rare = (['unicode_encoding', 'path'] as const).filter(
    (setting) => settings[setting] !== RARE[setting],
  );
  const behaviour = [...BEHAVIOUR, ...rare];
  return [
    assignments(settings, MASTER),
    assignments(settings, LOGIN),
    assignments(settings, behaviour),
    workerCall([...MASTER, ...LOGIN, 'basedir', ...behaviour]),
  ];
}

function assignments(settings: TacValues, names: readonly (keyof TacValues)[]): string {
  return names.map((name) => `${name} = ${renderLiteral(settings[name] ?? null, name)}`).join('\n');
}

function workerCall(names: readonly (keyof TacValues)[]): string {
  const lines = names.map((name) => `    ${keywordOfSetting(name)}=${name},`);
  return `worker = Worker(\n${lines.join('\n')}\n)\nworker.setServiceParent(application)`;
}
