import { release, type } from 'node:os';
import { osInfo, type Systeminformation } from 'systeminformation';
import { beforeEach, expect, it, vi } from 'vitest';
import { readOsRelease } from '../../../../../main/system/machine/read-os-release.ts';
import { systemName } from '../../../../../main/system/machine/system-name.ts';

vi.mock('../../../../../main/system/machine/read-os-release.ts');
vi.mock('systeminformation');

const KERNEL = `${type()} ${release()}`;

/** A machine whose system is known by this. */
function machine(pretty: string | undefined, distro: string, version: string): void {
  const known: Record<string, string> = pretty === undefined ? {} : { os_pretty_name: pretty };
  vi.mocked(readOsRelease).mockResolvedValue(known);
  const found: Partial<Systeminformation.OsData> = { distro, release: version };
  vi.mocked(osInfo).mockResolvedValue(found as Systeminformation.OsData);
}

beforeEach(() => {
  vi.resetAllMocks();
});

it.each([
  ['Debian GNU/Linux 12 (bookworm)', 'x', '1', 'Debian GNU/Linux 12 (bookworm)'],
  [undefined, 'macOS', '15.1', 'macOS 15.1'],
  [undefined, 'Windows', '', 'Windows'],
  [undefined, '', '15.1', KERNEL],
])('is what the system calls itself: %j, %j, %j', async (pretty, distro, version, name) => {
  machine(pretty, distro, version);
  expect(await systemName()).toBe(name);
});
