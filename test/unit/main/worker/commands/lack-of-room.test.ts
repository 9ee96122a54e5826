import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { openDirectory } from '../../../../../main/system/opening/open-directory.ts';
import type { WireArguments } from '../../../../../main/worker/command.ts';
import { RecordingLogger } from '../../../../support/recording-logger.ts';
import {
  FakeReader,
  FakeWriter,
  joinedTexts,
  recordingContext,
  runCommand,
} from '../../../../support/recording-sink.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

vi.mock('../../../../../main/system/opening/open-directory.ts', { spy: true });

const basedir = temporaryBasedir();
const lack = Object.assign(new Error('EMFILE: too many open files'), {
  code: 'EMFILE',
  errno: -24,
});

/** The answer where the `at`-th directory that the command opens fails once; 0: none does. */
async function answerOf(name: string, args: WireArguments, at: number) {
  const logger = new RecordingLogger();
  const context = recordingContext(basedir.path, { logger });
  const { openDirectory: open } = await vi.importActual<{ openDirectory: typeof openDirectory }>(
    '../../../../../main/system/opening/open-directory.ts',
  );
  let opened = 0;
  vi.mocked(openDirectory).mockImplementation((path) => {
    opened += 1;
    return opened === at ? Promise.reject(lack) : open(path);
  });
  const { updates } = await runCommand(name, args, context);
  const answer = joinedTexts(updates).filter(([key]) => key !== 'elapsed');
  return { answer, opened, lines: logger.lines };
}

/** All of it again, but for what is `kept`. */
async function fill(): Promise<void> {
  await mkdir(basedir.at('kept/below'), { recursive: true });
  await Promise.all(
    ['a', 'to'].map((name) => rm(basedir.at(name), { recursive: true, force: true })),
  );
  await mkdir(basedir.at('a/b/c'), { recursive: true });
  await writeFile(basedir.at('a/b/c/file'), 'content');
}

describe('a command for which the system has no descriptor left for a moment', () => {
  it.each([
    ['stat', () => ({ path: basedir.at('kept/below') })],
    ['listdir', () => ({ path: basedir.at('a/b') })],
    ['glob', () => ({ path: basedir.at('a/**/fi*') })],
    ['glob', () => ({ path: basedir.at('a/*/c/*') })],
    ['mkdir', () => ({ paths: [basedir.at('a/new/below')] })],
    ['uploadFile', () => uploadOf(basedir.at('a/b/c/file'))],
  ])('is answered as ever: %s', async (name, argsOf) => {
    await fill();
    const { answer, opened } = await answerOf(name, argsOf(), 0);
    expect(opened).toBeGreaterThan(1);
    for (let at = 1; at <= opened; at += 1) {
      await fill();
      const again = await answerOf(name, argsOf(), at);
      expect({ at, answer: again.answer }).toEqual({ at, answer });
      expect(again.lines.join('\n')).toContain('waits until other commands leave room for it');
    }
  });

  it.each([
    ['rmfile', () => ({ path: basedir.at('a/b/c/file') })],
    ['rmdir', () => ({ paths: [basedir.at('a/b')], logEnviron: false })],
    ['downloadFile', () => downloadTo(basedir.at('a/b/c/file'))],
  ])('does its work once there is one: %s', async (name, argsOf) => {
    await fill();
    const { answer, opened } = await answerOf(name, argsOf(), 0);
    for (let at = 1; at <= opened; at += 1) {
      await fill();
      expect({ at, answer: (await answerOf(name, argsOf(), at)).answer }).toEqual({ at, answer });
    }
  });

  it('is never said to have copied what it has not: cpdir', async () => {
    const args = () => ({
      from_path: basedir.at('a'),
      to_path: basedir.at('to'),
      logEnviron: false,
    });
    await fill();
    const { opened } = await answerOf('cpdir', args(), 0);
    for (let at = 1; at <= opened; at += 1) {
      await fill();
      const { answer } = await answerOf('cpdir', args(), at);
      const rc = answer.find(([key]) => key === 'rc')?.[1];
      const isCopied = existsSync(basedir.at('to/b/c/file'));
      expect({ at, isSuccess: rc === 0 }).toEqual({ at, isSuccess: isCopied });
    }
  });
});

function uploadOf(path: string): WireArguments {
  const transfer = { maxsize: null, blocksize: 1024, keepstamp: false };
  return { path, writer: new FakeWriter(), ...transfer };
}

function downloadTo(path: string): WireArguments {
  const reader = new FakeReader(Buffer.from('downloaded'));
  return { path, reader, maxsize: null, blocksize: 1024, mode: null };
}
