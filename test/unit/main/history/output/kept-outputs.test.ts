import { readdir, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { CommandRecord } from '../../../../../main/contract/builds/build-history.ts';
import { KeptOutputs, type OutputRules } from '../../../../../main/history/output/kept-outputs.ts';
import { inEnglish } from '../../../../support/in-english.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const ALL: OutputRules = { keptOutputs: 'all', keptOutputBytes: 1_000_000, keptOutputDays: 9 };

function keepOutputs(changes: Partial<OutputRules> = {}) {
  const warnings: string[] = [];
  let rules = { ...ALL, ...changes };
  const outputs = new KeptOutputs({
    dir: basedir.at('output'),
    rules: () => rules,
    warn: (problem) => warnings.push(inEnglish(problem)),
  });
  const setRules = (next: Partial<OutputRules>): void => {
    rules = { ...rules, ...next };
  };
  return { outputs, warnings, setRules };
}

function print(
  outputs: KeptOutputs,
  text: string,
  stream = 'stdout',
  commandId = '1',
  build = 'b1',
): void {
  outputs.printed(build, { commandId, builderName: 'linux', stream, text });
}

function end(outputs: KeptOutputs, isFailure = false, commandId = '1', build = 'b1'): boolean {
  const record: CommandRecord = {
    commandId,
    name: 'shell',
    summary: 'make',
    argv: undefined,
    workdir: undefined,
    startedAt: 1,
    durationMs: 1,
    outputBytes: 1,
    end: { kind: 'exited', rc: isFailure ? 1 : 0 },
    isFailure,
  };
  return outputs.ended(build, record);
}

it('keeps what a command printed, without what lists its environment', async () => {
  const { outputs } = keepOutputs();
  print(outputs, 'SECRET=1\n', 'header');
  print(outputs, 'one\n');
  print(outputs, 'bad\n', 'stderr');
  expect(end(outputs)).toBe(true);
  expect(await outputs.find('b1', '1')).toEqual({
    pieces: [
      { stream: 'stdout', text: 'one\n' },
      { stream: 'stderr', text: 'bad\n' },
    ],
    isCut: false,
  });
});

it('keeps the output of commands of the same time apart, and nothing of one that printed nothing', async () => {
  const { outputs } = keepOutputs();
  print(outputs, 'one\n', 'stdout', '1');
  print(outputs, 'two\n', 'stdout', '2');
  print(outputs, 'header\n', 'header', '3');
  expect([end(outputs, false, '1'), end(outputs, false, '2'), end(outputs, false, '3')]).toEqual([
    true,
    true,
    false,
  ]);
  expect((await outputs.find('b1', '2'))?.pieces).toEqual([{ stream: 'stdout', text: 'two\n' }]);
});

it.each([
  { keptOutputs: 'all', kept: [true, true] },
  { keptOutputs: 'failed', kept: [false, true] },
  { keptOutputs: 'none', kept: [false, false] },
] as const)('keeps what the user wants: $keptOutputs', async ({ keptOutputs, kept }) => {
  const { outputs } = keepOutputs({ keptOutputs });
  print(outputs, 'one\n', 'stdout', '1');
  print(outputs, 'two\n', 'stdout', '2');
  expect([end(outputs, false, '1'), end(outputs, true, '2')]).toEqual(kept);
  const found = [await outputs.find('b1', '1'), await outputs.find('b1', '2')];
  expect(found.map((text) => text !== undefined)).toEqual(kept);
});

it('removes what is beyond the bound while more comes', async () => {
  const { outputs } = keepOutputs({ keptOutputBytes: 1_000 });
  for (const build of ['b1', 'b2', 'b3']) {
    print(outputs, 'x'.repeat(600), 'stdout', '1', build);
    end(outputs, false, '1', build);
  }
  await outputs.settled();
  expect(await readdir(basedir.at('output'))).toHaveLength(1);
});

it('removes everything once the user wants nothing to be kept, and builds that are forgotten', async () => {
  const { outputs, setRules } = keepOutputs();
  print(outputs, 'one\n');
  end(outputs);
  outputs.forget(['b0', 'b1']);
  await outputs.settled();
  expect(await outputs.find('b1', '1')).toBeUndefined();
  print(outputs, 'two\n');
  end(outputs);
  setRules({ keptOutputs: 'none' });
  outputs.tidy();
  expect(await outputs.find('b1', '1')).toBeUndefined();
});

it('reports once what cannot be written, and goes on', async () => {
  await writeFile(basedir.at('output'), '');
  const { outputs, warnings } = keepOutputs();
  for (const commandId of ['1', '2']) {
    print(outputs, 'one\n', 'stdout', commandId);
    end(outputs, false, commandId);
  }
  await outputs.settled();
  expect(warnings).toEqual([expect.stringContaining(basedir.at('output'))]);
});

it('keeps nothing in memory of what is only counted, nor of a build that has ended', async () => {
  const { outputs } = keepOutputs();
  print(outputs, 'one\n', 'stdout', '1');
  print(outputs, 'two\n', 'stdout', '2');
  outputs.dropped('b1', '1');
  expect(end(outputs, false, '1')).toBe(false);
  outputs.dropped('b1');
  expect(end(outputs, false, '2')).toBe(false);
});
