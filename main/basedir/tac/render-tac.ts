import type { TacBlock } from '../../worker-settings/setting-row.ts';
import { WORKER_SETTINGS } from '../../worker-settings/settings-table.ts';
import type { WorkerConfig } from '../../worker-settings/worker-config.ts';
import type { TacLiteral } from './python/literal-from.ts';
import { renderLiteral } from './render-literal.ts';
import { type TacSetting, tacSettingOf } from './tac-reading.ts';
import { type TacValues, tacSettingsFrom } from './tac-settings-from.ts';
import { keywordOfSetting, ROTATION_VARIABLES } from './worker-arguments.ts';

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
    ...linesOf('own', settings).map((name) => ownVariable(name, settings[name] ?? null)),
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

/** Tools recognise a worker's directory by this call, spelled with single quotes. */
const APPLICATION = `\
# Worker directories are recognised by the next line: leave it as it is.
application = service.Application('buildbot-worker')`;

/** A variable that buildbot-worker makes no use of, with a word on it. */
export function ownVariable(name: TacSetting, value: TacLiteral): string {
  return `# Buildtray alone reads this; to buildbot-worker it means nothing.\n${name} = ${renderLiteral(value, name)}`;
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
${assignments(settings, ROTATION_VARIABLES)}

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

/** The settings of some lines, in their order; a rare one only where it is not the default. */
function linesOf(block: TacBlock, settings: TacValues): readonly TacSetting[] {
  return WORKER_SETTINGS.filter(({ tac }) => tac.block === block)
    .filter(({ name, tac, byDefault }) => !tac.isRare || settings[tacSettingOf(name)] !== byDefault)
    .sort((one, other) => one.tac.line - other.tac.line)
    .map(({ name }) => tacSettingOf(name));
}

function workerBlocks(settings: TacValues): string[] {
  const master = linesOf('master', settings);
  const login = linesOf('login', settings);
  const behaviour = linesOf('behaviour', settings);
  return [
    assignments(settings, master),
    assignments(settings, login),
    assignments(settings, behaviour),
    workerCall([...master, ...login, 'basedir', ...behaviour]),
  ];
}

function assignments(settings: TacValues, names: readonly TacSetting[]): string {
  return names.map((name) => `${name} = ${renderLiteral(settings[name] ?? null, name)}`).join('\n');
}

function workerCall(names: readonly TacSetting[]): string {
  const lines = names.map((name) => `    ${keywordOfSetting(name)}=${name},`);
  return `worker = Worker(\n${lines.join('\n')}\n)\nworker.setServiceParent(application)`;
}
