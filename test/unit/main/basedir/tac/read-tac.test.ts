import { describe, expect, it } from 'vitest';
import { readTac } from '../../../../../main/basedir/tac/read-tac.ts';
import type { TacEntry } from '../../../../../main/basedir/tac/tac-reading.ts';

const IMPORT = 'from buildbot_worker.bot import Worker\n';
const read = (text: string) => readTac(text, '/w/buildbot.tac');

/** The text that an entry's value is written in. */
const source = (text: string, entry: TacEntry | undefined) =>
  entry?.kind === 'literal' ? text.slice(entry.span.from, entry.span.to) : entry?.snippet;

describe('the call of the worker class', () => {
  it('is understood by position and by name, through variables', () => {
    const text = `${IMPORT}port = 9\nWorker('h', port, name='n', passwd='p', basedir='/b')\n`;
    const { settings, callEnd, age } = read(text);
    expect(age).toBe('buildbot_worker.bot');
    expect([...settings].map(([name, entry]) => [name, source(text, entry), entry.line])).toEqual([
      ['buildmaster_host', "'h'", 3],
      ['port', '9', 2],
      ['workername', "'n'", 3],
      ['passwd', "'p'", 3],
      ['basedir', "'/b'", 3],
    ]);
    expect(callEnd).toEqual({ at: text.lastIndexOf(')'), separator: ', ' });
  });

  it.each([
    ['from buildslave.bot import BuildSlave as B\nB()', 'buildslave.bot'],
    ['import buildbot.slave.bot\nbuildbot.slave.bot.BuildSlave()', 'buildbot.slave.bot'],
    ['import buildbot_worker.bot as bot\nbot.Worker()', 'buildbot_worker.bot'],
    ['from elsewhere import Worker\nWorker()', undefined],
  ])('has the age of where the class comes from: %j', (text, age) => {
    expect(read(text).age).toBe(age);
  });

  it('may hand over lists, which leave the rest unknown', () => {
    const { settings } = read(`${IMPORT}Worker('h', port=1, *rest)\n`);
    expect(settings.get('port')).toMatchObject({ value: 1 });
    expect(settings.get('passwd')).toMatchObject({ kind: 'computed', snippet: '*rest' });
  });

  it('warns of arguments that no worker has', () => {
    const { warnings } = read(`${IMPORT}Worker('h', 1, color='red')\n`);
    expect(warnings).toMatchObject([
      { key: 'tac.hasUnknownArgument', facts: { argument: 'color', place: { line: 2 } } },
    ]);
  });

  it('of code keeps its place, and shows no text that may be the password', () => {
    const { settings } = read(`${IMPORT}Worker('h', 1, 'n', ask('secret'), '/b')\n`);
    expect(settings.get('passwd')).toMatchObject({ kind: 'computed', line: 2 });
    expect(JSON.stringify(settings.get('passwd'))).not.toContain('secret');
  });
});

describe('a file that does not describe one worker', () => {
  it.each([
    ['print(1)', 'no-worker', 'tac.hasNoWorker'],
    ["Worker('a')\nWorker('b')", 'several-workers', 'tac.hasSeveralWorkers'],
    ["if x:\n    Worker('a')", 'conditional-worker', 'tac.hidesWorker'],
    ["w = [Worker('a') for x in y]", 'conditional-worker', 'tac.hidesWorker'],
    ["w = Worker('a') if x else None", 'conditional-worker', 'tac.hidesWorker'],
  ])('is reported: %j', (text, kind, key) => {
    expect(read(`${IMPORT}${text}\n`).problems).toMatchObject([{ kind, problem: { key } }]);
  });
});

describe('what surrounds the worker', () => {
  it('is the application, with the variable that holds it', () => {
    const text = `basedir = '.'\napp = service.Application('buildslave')\n`;
    expect(read(text)).toMatchObject({
      applicationName: 'buildslave',
      application: { name: 'app', end: text.length - 1, knowsBasedir: true },
    });
  });

  it('is the rotation of its log, of which one by the day is not followed', () => {
    const rotated = read('n = 5\nLogFile.fromFullPath(p, rotateLength=n, maxRotatedFiles=None)\n');
    expect(rotated.hasLogBlock).toBe(true);
    expect(rotated.settings.get('rotateLength')).toMatchObject({ value: 5, line: 1 });
    expect(rotated.settings.get('maxRotatedFiles')).toMatchObject({ value: null });
    const daily = read('DailyLogFile.fromFullPath(p)\n');
    expect(daily).toMatchObject({ hasLogBlock: true, warnings: [{ key: 'tac.rotatesDaily' }] });
  });

  it('is a variable of our own, wherever in the file', () => {
    const { settings } = read(`${IMPORT}Worker('h')\nbuildtray_file_access = 'anywhere'\n`);
    expect(settings.get('buildtray_file_access')).toMatchObject({ value: 'anywhere', line: 3 });
  });

  it('may be no Python, which is reported once, with its first line', () => {
    const { warnings } = read('a = 1\nb = 2 3\nc = 4 5\n');
    expect(warnings).toMatchObject([{ key: 'tac.isNoPython', facts: { place: { line: 2 } } }]);
  });
});
