import { readWhole } from '../opening/read-whole.ts';

const OS_RELEASE_PATH = '/etc/os-release';
/** Distributions need less than 1 KiB. */
const MAX_OS_RELEASE_BYTES = 64 * 1024;

/** The machine's system as masters get it: `os_id`, `os_version_id`, … Empty where there is none. */
export async function readOsRelease(
  path = OS_RELEASE_PATH,
): Promise<Readonly<Record<string, string>>> {
  try {
    return parseOsRelease((await readWhole(path, MAX_OS_RELEASE_BYTES)).toString('utf8'));
  } catch {
    return {};
  }
}

/** Names in lower case after `os_`, quotes stripped; lines that assign nothing are left out. */
function parseOsRelease(text: string): Readonly<Record<string, string>> {
  const entries = text.split(/\r\n|\r|\n/).flatMap((line): [string, string][] => {
    const [, name, value] = /^([^#=][^=]*)=(.+)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return [];
    return [[`os_${name.toLowerCase()}`, value.replace(/^"+|"+$/g, '')]];
  });
  return Object.fromEntries(entries);
}
