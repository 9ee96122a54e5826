import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { upgradeWorker } from '../../../../../main/cli/verbs/upgrade-worker.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();
const OLD = await readFile('test/fixtures/tac/buildslave-0.8.14.tac', 'utf8');

async function upgraded(options: Parameters<typeof upgradeWorker.perform>[1]): Promise<string> {
  const terminal = new FakeTerminal();
  expect(await upgradeWorker.perform([temporary.path], options, terminal)).toBe(0);
  return terminal.stdout;
}

it('prints what it does, and nothing to do afterwards', async () => {
  const path = temporary.at('buildbot.tac');
  await writeFile(path, OLD);
  const dry = await upgraded({ dryRun: true });
  expect(dry).toContain('would be done: ');
  expect(dry).toMatch(/Nothing was written\.\n$/);
  expect(await readFile(path, 'utf8')).toBe(OLD);
  expect(await upgraded({})).toMatch(
    /is upgraded; the old one is .*buildbot\.tac\.old\. A running worker applies it at its next start\.\n$/,
  );
  expect(await upgraded({})).toBe(`${path} is up to date.\n`);
  expect(await upgraded({ quiet: true })).toBe('');
});

it('fails with a sentence where it has to be done by hand', async () => {
  await writeFile(temporary.at('buildbot.tac'), 'print "not a worker"\n');
  await expect(upgraded({})).rejects.toThrow('creates no worker');
});
