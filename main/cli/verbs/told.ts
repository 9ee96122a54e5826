import { join } from 'node:path';
import type { Told } from '../../contract/hostinfo/hostinfo-contract.ts';
import { collectHostinfo } from '../../hostinfo/read-hostinfo.ts';
import { readLaunchSettings } from '../../launch/launch-settings.ts';
import { toldFrom } from '../../launch/told-from.ts';
import { BUILDTRAY_VERSION } from '../../launch/version.ts';
import { filterEnvironment, isWithheld } from '../../worker/filter-environment.ts';
import { workerInfoFrom } from '../../worker/worker-info.ts';
import { RunError } from '../program/usage-error.ts';

/**
 * Everything that the master is told when the worker of a directory attaches, and what is kept from it:
 * that of a worker which this shell would start.
 *
 * Errors: RunError when no worker can run there.
 */
export async function toldText(dir: string): Promise<string> {
  const read = await readLaunchSettings(dir, { password: 'not needed' });
  if (!read.ok) throw new RunError(read.problem.sentence);
  const { basedir, numcpus, deleteLeftoverDirs } = read.value.config;
  const { files } = await collectHostinfo(join(basedir, 'info'));
  const environment = filterEnvironment(process.env);
  const sources = { basedir, numcpus, deleteLeftoverDirs, environment, hostinfo: files };
  const info = workerInfoFrom({ ...sources, version: BUILDTRAY_VERSION });
  const told = toldFrom({ info, withheld: Object.keys(process.env).filter(isWithheld) });
  return [
    'The master is told:',
    ...told.facts.map(rowText),
    'The master and builds see these variables:',
    ...told.environment.map(rowText),
    `Kept here: ${told.withheld.join(', ') || 'no variable'}`,
  ].join('\n');
}

function rowText({ name, value }: Told): string {
  return `  ${name}: ${value.replace(/\n+$/, '').replaceAll('\n', '\n    ')}`;
}
