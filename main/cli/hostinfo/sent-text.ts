import { join } from 'node:path';
import type { SentFact } from '../../contract/hostinfo/hostinfo-contract.ts';
import { collectHostinfo } from '../../hostinfo/read-hostinfo.ts';
import { BUILDTRAY_VERSION } from '../../launch/buildtray-version.ts';
import { readLaunchSettings } from '../../launch/launch-settings.ts';
import { sentToMasterFrom } from '../../launch/sent-to-master-from.ts';
import { INFO_DIRNAME } from '../../system/base-directory-files.ts';
import type { Words } from '../../texts/words.ts';
import { namesOnlyForBuilds } from '../../worker/environment/environment-for-master.ts';
import { filterEnvironment, withheldNames } from '../../worker/environment/filter-environment.ts';
import { workerInfoFrom } from '../../worker/worker-info.ts';
import { runErrorOf } from '../program/usage-error.ts';

/**
 * Everything that is sent to the master when the worker of a directory attaches, and what is kept from it:
 * that of a worker which this shell would start.
 *
 * Errors: RunError when no worker can run there.
 */
export async function sentText(dir: string, { cli }: Words): Promise<string> {
  const read = await readLaunchSettings(dir, { password: 'not needed' });
  if (!read.ok) throw runErrorOf(read.problem);
  const { basedir, numcpus, deleteLeftoverDirs } = read.value.config;
  const { files } = await collectHostinfo(join(basedir, INFO_DIRNAME));
  const environment = filterEnvironment(process.env);
  const sources = { basedir, numcpus, deleteLeftoverDirs, environment, hostinfo: files };
  const info = workerInfoFrom({ ...sources, version: BUILDTRAY_VERSION });
  const sent = sentToMasterFrom({
    info,
    withheld: withheldNames(process.env),
    onlyForBuilds: namesOnlyForBuilds(environment),
  });
  const texts = cli.verbs.hostinfo.sent;
  return [
    texts.toMaster,
    ...sent.facts.map(rowText),
    texts.variables,
    ...sent.environment.map(rowText),
    ...(sent.onlyForBuilds.length === 0 ? [] : [texts.onlyForBuilds(sent.onlyForBuilds)]),
    sent.withheld.length === 0 ? texts.nothingKept : texts.kept(sent.withheld),
  ].join('\n');
}

function rowText({ name, value }: SentFact): string {
  return `  ${name}: ${value.replace(/\n+$/, '').replaceAll('\n', '\n    ')}`;
}
