import { execFile } from 'node:child_process';
import { resultWithin } from '../system/result-within.ts';
import { mayAskDeveloperTools } from './may-ask-developer-tools.ts';

export interface Tool {
  /** Such as `gcc`. */
  readonly name: string;
  /** Such as `12.2.0`. */
  readonly version: string;
}

interface Question {
  readonly name: string;
  readonly args: readonly string[];
  /** Comes with the developer tools of a Mac. */
  readonly isApple?: boolean;
}

const ASKED: readonly Question[] = [
  { name: 'gcc', args: ['--version'], isApple: true },
  { name: 'clang', args: ['--version'], isApple: true },
  { name: 'make', args: ['--version'], isApple: true },
  { name: 'cmake', args: ['--version'] },
  { name: 'ninja', args: ['--version'] },
  { name: 'git', args: ['--version'], isApple: true },
  { name: 'python3', args: ['--version'], isApple: true },
  { name: 'node', args: ['--version'] },
  { name: 'rustc', args: ['--version'] },
  { name: 'go', args: ['version'] },
  { name: 'java', args: ['-version'], isApple: true },
  { name: 'dotnet', args: ['--version'] },
  { name: 'docker', args: ['--version'] },
];

/** One that hangs must not hold up the making of a worker. */
const LONGEST_MS = 3_000;
const MOST_BYTES = 64 * 1024;

export interface FindToolsOptions {
  /** Where programs are looked for, as in the variable PATH. */
  readonly path?: string | undefined;
  readonly longestMs?: number;
}

/** Versions of the common compilers and tools that builds find here; those that are missing are left out. */
export async function findTools(options: FindToolsOptions = {}): Promise<readonly Tool[]> {
  const mayAskApple = await mayAskDeveloperTools();
  const asked = ASKED.filter(({ isApple }) => mayAskApple || !isApple);
  const found = await Promise.all(asked.map((question) => ask(question, options)));
  return found.filter((tool) => tool !== undefined);
}

async function ask(
  { name, args }: Question,
  { path, longestMs = LONGEST_MS }: FindToolsOptions,
): Promise<Tool | undefined> {
  const printed = new Promise<string>((resolve) => {
    execFile(
      name,
      [...args],
      {
        timeout: longestMs,
        killSignal: 'SIGKILL',
        maxBuffer: MOST_BYTES,
        windowsHide: true,
        ...(path === undefined ? {} : { env: { ...process.env, PATH: path } }),
      },
      (error, stdout, stderr) => resolve(error ? '' : `${stdout}\n${stderr}`),
    );
  });
  const version = versionIn(await resultWithin(printed, longestMs, ''));
  return version === undefined ? undefined : { name, version };
}

/** The first thing that looks like a version: digits with a dot between. */
export function versionIn(printed: string): string | undefined {
  return /(?<![\w.])[a-z]{0,2}(\d{1,6}(?:\.\d{1,6}){1,3})/i.exec(printed)?.[1];
}
