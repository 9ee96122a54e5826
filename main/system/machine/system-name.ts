import { release, type } from 'node:os';
import { resultWithin } from '../result-within.ts';
import { readOsRelease } from './read-os-release.ts';

const LONGEST_MS = 3_000;

/** Such as `Debian GNU/Linux 12 (bookworm)` or `macOS 15.1`; the kernel's name where there is no other. */
export async function systemName(): Promise<string> {
  const { os_pretty_name: name } = await readOsRelease();
  return name ?? (await resultWithin(productName(), LONGEST_MS, kernelName()));
}

/** Such as `Linux 6.1.0-18-amd64`. */
export function kernelName(): string {
  return `${type()} ${release()}`;
}

/** Untested: no test runs on macOS or Windows. */
async function productName(): Promise<string> {
  const { osInfo } = await import('systeminformation');
  const { distro, release: version } = await osInfo();
  return distro === '' ? kernelName() : `${distro} ${version}`.trim();
}
