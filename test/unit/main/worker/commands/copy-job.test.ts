import { mkdir, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { CopyJob } from '../../../../../main/worker/commands/copy-job.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { joinedTexts, recordingContext } from '../../../../support/recording-sink.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

function makeJob() {
  const context = recordingContext(basedir.path, { clock: new FakeClock() });
  const limits = { timeout: null, maxTime: null, logEnviron: false };
  return { context, job: new CopyJob('/from', '/to', limits, context) };
}

it('a copy looks to the master like the program that it stands for', async () => {
  await mkdir(basedir.at('from'));
  await writeFile(basedir.at('from/file'), '');
  const { context, job } = makeJob();
  expect(await job.run(basedir.at('from'), basedir.at('to'), '/to')).toBe(0);
  const [header, output, end] = joinedTexts(context.updates.updates);
  expect(header?.[1]).toContain('cp -R -P -p -v /from /to\n in dir ');
  expect(output).toEqual(['stdout', "'/from' -> '/to'\n'/from/file' -> '/to/file'\n"]);
  expect(end).toEqual(['header', 'elapsedTime=SECONDS\n']);
});

it('an interrupted copy ends with -1 and shows that it was interrupted', async () => {
  await mkdir(basedir.at('from'));
  const { context, job } = makeJob();
  job.interrupt();
  job.interrupt('again');
  expect(await job.run(basedir.at('from'), basedir.at('to'), '/to')).toBe(-1);
  const text = context.updates.updates.map(String).join('');
  expect(text).toContain('command interrupted, attempting to kill');
});
