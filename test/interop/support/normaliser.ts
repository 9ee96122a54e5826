import type { BuildRecord, CommandRecord, LogRecord } from './build-record.ts';

export interface Surroundings {
  readonly worker: string;
  readonly basedir: string;
  readonly rigDir: string;
}

/** Where the two workers must differ: their names and places, times and the numbers of the system. */
export function normalised(record: BuildRecord, surroundings: Surroundings): BuildRecord {
  const plain = (text: string): string => withoutChance(withoutPlaces(text, surroundings));
  // The shape stays as it was: only texts inside are changed.
  const mapped = mapTexts(record, plain) as BuildRecord;
  const { buildnumber: _buildnumber, ...properties } = mapped.properties;
  return {
    ...mapped,
    properties,
    steps: mapped.steps.map((step) => ({
      ...step,
      urls: step.urls.map((url) => url.replace(/#\d+$/, '#<number>')),
      logs: step.logs.map((log) => ({ ...log, streams: inOneOrder(log.streams) })),
      commands: step.commands.map((command) => withoutMeasures(command)),
    })),
  };
}

function withoutPlaces(text: string, { worker, basedir, rigDir }: Surroundings): string {
  return text
    .replaceAll(basedir, '<BASEDIR>')
    .replaceAll(rigDir, '<RIG>')
    .replaceAll(new RegExp(`\\b${worker}\\b`, 'g'), '<WORKER>');
}

function withoutChance(text: string): string {
  return text
    .replaceAll(/elapsedTime=\d+\.\d{6}/g, 'elapsedTime=<SECONDS>')
    .replaceAll(/environment id \d+/g, 'environment id <ID>')
    .replaceAll(/buildbot-transfer-\w+/g, 'buildbot-transfer-<NAME>')
    .replaceAll(/\bat 0x[0-9a-f]{6,}/g, 'at <ADDRESS>');
}

const COPIED = /(?:^'.*' -> '.*'\n)+/gm;

/** `cp -v` lists files in the order of their directory, which is the file system's. */
function inOneOrder(streams: LogRecord['streams']): LogRecord['streams'] {
  const { stdout } = streams;
  if (stdout === undefined) return streams;
  return { ...streams, stdout: stdout.replaceAll(COPIED, (lines) => sortedLines(lines)) };
}

function sortedLines(lines: string): string {
  return `${lines.trimEnd().split('\n').sort().join('\n')}\n`;
}

function withoutMeasures(command: CommandRecord): CommandRecord {
  return {
    ...command,
    updates: command.updates.map(([key, value]) => [key, measureless(key, value)]),
  };
}

/** Inode, device and times are the file system's own. */
const OWN_NUMBERS = new Map([
  [1, '<inode>'],
  [2, '<device>'],
  [7, '<atime>'],
  [8, '<mtime>'],
  [9, '<ctime>'],
]);

function measureless(key: string, value: unknown): unknown {
  if (key === 'elapsed') return typeof value === 'number' ? '<seconds>' : value;
  if (key === 'stat' && Array.isArray(value))
    return value.map((number: unknown, at) =>
      Number.isInteger(number) ? (OWN_NUMBERS.get(at) ?? number) : number,
    );
  if (key === 'files' && Array.isArray(value)) return [...value].sort();
  return value;
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [change(key), mapTexts(item, change)]),
  );
}
