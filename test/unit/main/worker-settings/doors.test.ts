import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { configFromDraft } from '../../../../main/adding/draft-settings.ts';
import { changeSettings } from '../../../../main/basedir/change-settings.ts';
import { createWorkerRequestFrom } from '../../../../main/basedir/create-worker-request.ts';
import { readTac } from '../../../../main/basedir/tac/read-tac.ts';
import { renderTac } from '../../../../main/basedir/tac/render-tac.ts';
import { tacSettingOf } from '../../../../main/basedir/tac/tac-reading.ts';
import type { SettingFault } from '../../../../main/worker-settings/setting-fault.ts';
import type { SettingValue } from '../../../../main/worker-settings/setting-row.ts';
import { valueFromLiteral, valueFromText } from '../../../../main/worker-settings/setting-value.ts';
import { settingsFrom } from '../../../../main/worker-settings/settings-from.ts';
import {
  type WorkerSettingName,
  workerSetting,
} from '../../../../main/worker-settings/settings-table.ts';
import { readPaste } from '../../../../renderer/add-worker/paste/read-paste.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { CONFIG } from '../basedir/tac/configs.ts';

const temporary = temporaryBasedir();

/** The value, or the kind of what is wrong with it. */
type Answer = SettingValue | { readonly fault: string };

type Read =
  | { readonly ok: true; readonly value: SettingValue }
  | {
      readonly ok: false;
      readonly problem: SettingFault;
    };

const answerOf = (read: Read): Answer => (read.ok ? read.value : { fault: read.problem.kind });

function byOption(name: WorkerSettingName, typed: string): Answer {
  const option = workerSetting(name).option?.name ?? '';
  const request = createWorkerRequestFrom(['/w', 'ci', 'w', 'p'], { [option]: typed });
  if (request.ok) return settingsFrom(request.value.config)[name];
  return { fault: request.problem.kind === 'option' ? request.problem.fault.kind : 'another' };
}

function byForm(name: WorkerSettingName, typed: string): Answer {
  const needed = { host: 'ci', port: '1', workerName: 'w', password: 'p', basedir: '/w' };
  const fields = { host: '', port: '', workerName: '', password: '', basedir: '' };
  const texts = { ...fields, fault: ({ kind }: { readonly kind: string }) => kind, say: () => '' };
  const config = configFromDraft({ ...needed, [name]: typed }, texts);
  if (config.ok) return settingsFrom(config.value)[name];
  return { fault: config.problem.find(({ field }) => field === name)?.sentence ?? 'another' };
}

/** `set` and the settings page: what was typed is read, then written, then read again. */
async function byChange(name: WorkerSettingName, typed: string): Promise<Answer> {
  const read = valueFromText(name, typed);
  if (!read.ok) return answerOf(read);
  const tacPath = temporary.at('buildbot.tac');
  await writeFile(tacPath, renderTac(CONFIG, { isRelocatable: false }));
  const changed = await changeSettings(temporary.path, { [name]: read.value });
  return changed.ok
    ? readAgain(name, await readFile(tacPath, 'utf8'))
    : { fault: changed.problem.problem.key };
}

function byFile(name: WorkerSettingName, literal: string): Answer {
  const variable = tacSettingOf(name);
  const text = renderTac({ ...CONFIG, unicodeEncoding: 'latin-1' }, { isRelocatable: false });
  const changed = text.replace(new RegExp(`^${variable} = .*$`, 'm'), `${variable} = ${literal}`);
  return readAgain(name, changed);
}

function readAgain(name: WorkerSettingName, text: string): Answer {
  const entry = readTac(text, 'buildbot.tac').settings.get(tacSettingOf(name));
  if (entry?.kind !== 'literal') return { fault: 'no literal' };
  return answerOf(valueFromLiteral(name, entry.value));
}

function byPaste(name: WorkerSettingName, typed: string): Answer {
  const option = workerSetting(name).option?.name;
  const { settings } = readPaste(`buildtray create-worker '--${option}=${typed}' /w ci:1 w p`);
  return byForm(name, settings[name] ?? 'not pasted');
}

const NUMBER = { fault: 'number' };

describe('every way to set a setting gives the same answer', () => {
  it.each<[WorkerSettingName, typed: string, literal: string, Answer]>([
    ['maxretries', '0', '0', null],
    ['maxretries', 'None', 'None', null],
    ['maxretries', '3', '3', 3],
    ['maxretries', '-1', '-1', NUMBER],
    ['maxretries', '2.5', '2.5', NUMBER],
    ['numcpus', '0', '0', null],
    ['numcpus', '0x10', '0x10', 16],
    ['logSize', '0', '0', null],
    ['logSize', '1_000', '1_000', 1000],
    ['logSize', '-5', '-5', NUMBER],
    ['logCount', '0', '0', 0],
    ['keepalive', '0', '0', 0],
    ['keepalive', '1_000', '1_000', 1000],
    ['keepalive', '0o20', '0o20', 16],
    ['keepalive', '0.5', '0.5', 0.5],
    ['keepalive', 'None', 'None', 0],
    ['keepalive', '1__0', "'1__0'", NUMBER],
    ['keepalive', 'often', "'often'", NUMBER],
    ['maxdelay', '+5', '+5', 5],
    ['maxdelay', '0.5', '0.5', 0.5],
    ['maxdelay', '1e2', '1e2', 100],
    ['maxdelay', '0', '0', NUMBER],
    ['maxdelay', 'None', 'None', 300],
    ['umask', '022', '022', 0o22],
    ['umask', '0o22', '0o22', 0o22],
    ['umask', '18', '18', 0o22],
    ['umask', '0', '0', 0],
    ['umask', '0o1000', '0o1000', NUMBER],
    ['allowShutdown', 'None', 'None', null],
    ['allowShutdown', 'signal', "'signal'", 'signal'],
    ['allowShutdown', 'mail', "'mail'", { fault: 'choice' }],
    ['protocol', 'None', 'None', 'pb'],
    ['protocol', 'ftp', "'ftp'", { fault: 'choice' }],
    ['unicodeEncoding', 'utf 8', "'utf 8'", 'utf 8'],
    ['unicodeEncoding', 'utf/8', "'utf/8'", { fault: 'shape' }],
    ['unicodeEncoding', 'None', 'None', 'utf-8'],
    ['connectionString', 'ci:1', "'ci:1'", { fault: 'shape' }],
  ])('%s: %s', async (name, typed, literal, answer) => {
    expect({
      option: byOption(name, typed),
      form: byForm(name, typed),
      change: await byChange(name, typed),
      file: byFile(name, literal),
      paste: byPaste(name, typed),
    }).toEqual({ option: answer, form: answer, change: answer, file: answer, paste: answer });
  });
});
