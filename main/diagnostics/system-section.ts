import { arch, cpus, freemem, totalmem } from 'node:os';
import { BUILDTRAY_VERSION } from '../launch/buildtray-version.ts';
import { kernelName, systemName } from '../system/machine/system-name.ts';
import { diagnostics as words } from '../texts/en/diagnostics.ts';
import { BUILDBOT_VERSION } from '../worker/worker-info.ts';
import type { Section } from './report-from.ts';

/** What explains most of what differs from desktop to desktop. None holds a secret. */
const SHOWN_VARIABLES =
  process.platform === 'linux'
    ? ['XDG_CURRENT_DESKTOP', 'XDG_SESSION_TYPE', 'LC_ALL', 'LANG']
    : ['LC_ALL', 'LANG'];
const SHOWN_VERSIONS = ['electron', 'chrome', 'node', 'openssl'] as const;

/** Which versions run on which machine. */
export async function systemSection(redact: (text: string) => string): Promise<Section> {
  const versions = SHOWN_VERSIONS.flatMap((name) => {
    const version = process.versions[name];
    return version === undefined ? [] : [`${name} ${version}`];
  });
  const variables = SHOWN_VARIABLES.map((name) => words.variable(name, process.env[name]));
  const lines = [
    words.buildtray(BUILDTRAY_VERSION, BUILDBOT_VERSION),
    words.runtime(versions),
    words.system(await systemName(), kernelName(), arch()),
    words.machine(cpus().length, totalmem(), freemem()),
    ...variables,
  ];
  return { title: words.versions, lines: lines.map(redact) };
}
