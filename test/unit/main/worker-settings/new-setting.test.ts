import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { configFromDraft, extrasFromDraft } from '../../../../main/adding/draft-settings.ts';
import { readExtras } from '../../../../main/basedir/extras-file.ts';
import { readTacFile } from '../../../../main/basedir/tac/tac-file.ts';
import { workerConfigFrom } from '../../../../main/basedir/tac/worker-config-from.ts';
import { completionFor, SHELLS } from '../../../../main/cli/completion/completion-for.ts';
import { manPage } from '../../../../main/cli/manual/man-page.ts';
import { manualMarkdown } from '../../../../main/cli/manual/manual.ts';
import { programFor } from '../../../../main/cli/program/program-for.ts';
import { verbs } from '../../../../main/cli/verbs.ts';
import { wordsIn } from '../../../../main/texts/words.ts';
import { effectOfChanging } from '../../../../main/worker-settings/change-effect.ts';
import {
  SETTING_NAMES,
  type SettingName,
} from '../../../../main/worker-settings/settings-table.ts';
import { WORKER_DEFAULTS } from '../../../../main/worker-settings/worker-defaults.ts';
import { DRAFT_NAMES, isAdvanced } from '../../../../renderer/add-worker/draft-form.ts';
import { FakeTerminal } from '../../../support/fake-terminal.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

// The whole of the change that adds a setting: one row, and its words in each language. The first is one of
// buildbot.tac, the second one of buildtray.json.
vi.mock('../../../../main/worker-settings/rows/behaviour-settings.ts', async (original) => {
  const { BEHAVIOUR_SETTINGS } =
    await original<typeof import('../../../../main/worker-settings/rows/behaviour-settings.ts')>();
  const row = {
    name: 'patience',
    kind: 'number',
    group: 'behaviour',
    unit: 'seconds',
    min: 1,
    isWhole: true,
    base: 10,
    byDefault: 42,
    none: 42,
    effect: 'reconnect',
    tac: {
      variable: 'longest_patience',
      block: 'behaviour',
      line: 99,
      argument: { position: 99, keyword: 'longestPatience', since: '9.9' },
    },
    option: { name: 'longest-patience', value: 'seconds' },
  };
  return { BEHAVIOUR_SETTINGS: [...BEHAVIOUR_SETTINGS, row] };
});
vi.mock('../../../../main/worker-settings/rows/connection-settings.ts', async (original) => {
  const { CONNECTION_SETTINGS } =
    await original<typeof import('../../../../main/worker-settings/rows/connection-settings.ts')>();
  const row = {
    name: 'proxyRealm',
    kind: 'text',
    group: 'extras',
    typedPattern: /^[a-z]+$/,
    byDefault: null,
    none: null,
    effect: 'reconnect',
    json: 'proxy.realm',
    appliesTo: 'proxy',
    option: { name: 'proxy-realm', value: 'name' },
  };
  return { CONNECTION_SETTINGS: [...CONNECTION_SETTINGS, row] };
});
vi.mock('../../../../main/texts/en/setting-words.ts', async (original) => {
  const { settingWords } =
    await original<typeof import('../../../../main/texts/en/setting-words.ts')>();
  const patience = { label: 'Patience', help: 'How patient it is.', option: 'most to wait for' };
  const proxyRealm = { label: 'Realm', help: 'Its realm.', shape: 'Small!', option: 'the realm' };
  return { settingWords: { ...settingWords, patience, proxyRealm } };
});
vi.mock('../../../../main/texts/de/setting-words.ts', async (original) => {
  const { settingWords } =
    await original<typeof import('../../../../main/texts/de/setting-words.ts')>();
  const patience = { label: 'Geduld', help: 'Wie geduldig.', option: 'längstes Warten' };
  const proxyRealm = { label: 'Bereich', help: 'Sein.', shape: 'Klein!', option: 'der Bereich' };
  return { settingWords: { ...settingWords, patience, proxyRealm } };
});

const temporary = temporaryBasedir();
const ENGLISH = wordsIn('en');
/** The compiler does not know the row. */
const PATIENCE = 'patience' as SettingName;

/** What a command line prints. */
async function printedBy(...typed: readonly string[]): Promise<string> {
  const terminal = new FakeTerminal();
  const finish = vi.fn();
  const program = programFor({ verbs, hiddenVerbs: [], terminal, finish });
  await program.parseAsync([...typed], { from: 'user' }).catch((error: unknown) => {
    // Help ends the program in this way.
    if (!String(error).includes('outputHelp')) throw error;
  });
  return terminal.stdout;
}

async function patienceInFile(): Promise<unknown> {
  const file = await readTacFile(temporary.at('w', 'buildbot.tac'));
  if (!file.ok) return file.problem;
  const config = workerConfigFrom(file.value.reading);
  return config.ok ? { ...WORKER_DEFAULTS, ...config.value.config }[PATIENCE as never] : config;
}

beforeEach(async () => {
  const dir = temporary.at('w');
  await printedBy('create-worker', '--longest-patience', '7', dir, 'ci:9989', 'w', 'secret');
});

it('is an option of create-worker, with its default, in the help', async () => {
  const help = await printedBy('create-worker', '--help');
  expect(help).toMatch(/--longest-patience <seconds> +most to wait for \(default: 42\)/);
});

it('is written into buildbot.tac, where it belongs, and read from it', async () => {
  const tac = await readFile(temporary.at('w', 'buildbot.tac'), 'utf8');
  expect(tac).toContain('\nlongest_patience = 7\n');
  expect(tac).toContain('\n    longestPatience=longest_patience,\n');
  expect(await patienceInFile()).toBe(7);
});

it('has its default where the file does not have it', async () => {
  await printedBy('create-worker', temporary.at('v'), 'ci:9989', 'w', 'secret');
  expect(await readFile(temporary.at('v', 'buildbot.tac'), 'utf8')).toContain('_patience = 42\n');
  expect(WORKER_DEFAULTS).toMatchObject({ patience: 42 });
});

it('is changed by set, which refuses what its row does not allow', async () => {
  const dir = temporary.at('w');
  expect(await printedBy('set', dir, 'longest_patience=9')).toContain('longest_patience');
  expect(await patienceInFile()).toBe(9);
  await expect(printedBy('set', dir, 'longest_patience=0')).rejects.toThrow('longest_patience');
  expect(await patienceInFile()).toBe(9);
});

it('is listed by settings, with value, unit, default and effect', async () => {
  const line = (await printedBy('settings', temporary.at('w')))
    .split('\n')
    .find((one) => one.startsWith('longest_patience'));
  const { effects } = ENGLISH.cli.verbs.settings;
  expect(line?.split(/ {2,}/)).toEqual(['longest_patience', '7 seconds', '42', effects.reconnect]);
});

it.each(SHELLS)('is completed by %s', (shell) => {
  const option = shell === 'fish' ? '-l longest-patience' : '--longest-patience';
  expect(completionFor(shell, verbs, ENGLISH)).toContain(option);
});

it('is in the manual, in either form', () => {
  const entry = '- `--longest-patience seconds`: Most to wait for. Default: 42.';
  expect(manualMarkdown(verbs, ENGLISH)).toContain(entry);
  expect(manPage(verbs, ENGLISH)).toContain('longest\\-patience');
});

it('is a field of the form for a new worker, in the words of each language', () => {
  expect(DRAFT_NAMES.filter(isAdvanced)).toContain(PATIENCE);
  for (const [language, label] of [
    ['en', 'Patience'],
    ['de', 'Geduld'],
  ] as const) {
    expect(wordsIn(language).app.settings.fields[PATIENCE].label).toBe(label);
  }
  const draft = { host: 'ci', port: '1', workerName: 'w', password: 'p', basedir: '/w' };
  const texts = { ...draft, fault: ENGLISH.app.settings.fault, say: ENGLISH.app.say };
  expect(configFromDraft({ ...draft, [PATIENCE]: '5' }, texts)).toMatchObject({
    ok: true,
    value: { patience: 5 },
  });
});

it('is in the order of the table, and has the effect of its row', () => {
  const at = (name: string): number => SETTING_NAMES.indexOf(name as SettingName);
  expect(at(PATIENCE)).toBe(at('basedir') - 1);
  expect(effectOfChanging([PATIENCE])).toBe('reconnect');
});

describe('one of buildtray.json', () => {
  const REALM = 'proxyRealm' as SettingName;
  const dir = (): string => temporary.at('p');

  async function created(...typed: readonly string[]): Promise<string> {
    const login = ['--proxy-user', 'ada', '--proxy-password', 'p'];
    return printedBy('create-worker', ...login, ...typed, dir(), 'ci:9989', 'w', 'secret');
  }

  async function saved(): Promise<unknown> {
    return JSON.parse(await readFile(temporary.at('p', 'buildtray.json'), 'utf8'));
  }

  it('is written by create-worker, read by the worker, and changed by set', async () => {
    await created('--proxy-connection-string', 'tcp:p:1', '--proxy-realm', 'farm');
    expect(await saved()).toEqual({ proxy: { user: 'ada', password: 'p', realm: 'farm' } });
    expect(await readExtras(dir())).toMatchObject({ value: { extras: await saved() } });
    await printedBy('set', dir(), 'proxy.realm=barn');
    expect(await saved()).toMatchObject({ proxy: { realm: 'barn' } });
    await printedBy('set', dir(), 'proxy.realm=None');
    expect(await saved()).toEqual({ proxy: { user: 'ada', password: 'p' } });
  });

  it('is refused by its row, at every door', async () => {
    const useless = created('--proxy-realm', 'farm');
    await expect(useless).rejects.toThrow('only applies with a proxy');
    const wrong = created('--proxy-connection-string', 'tcp:p:1', '--proxy-realm', 'F');
    await expect(wrong).rejects.toThrow('proxy-realm: Small!');
    const set = printedBy('set', temporary.at('w'), 'proxy.realm=F');
    await expect(set).rejects.toThrow('proxy.realm: Small!');
    const draft = { proxyConnectionString: 'tcp:p:1', proxyUser: 'ada', [REALM]: 'F' };
    expect(extrasFromDraft(draft, ENGLISH.app.settings)).toEqual({
      ok: false,
      problem: { field: REALM, sentence: 'Small!' },
    });
  });

  it('is listed, completed, in the manual and a field of the form', async () => {
    const listed = await printedBy('settings', temporary.at('w'));
    expect(listed).toMatch(/^proxy\.realm +None +None/m);
    for (const shell of SHELLS) {
      expect(completionFor(shell, verbs, ENGLISH)).toContain('proxy-realm');
    }
    expect(manualMarkdown(verbs, ENGLISH)).toContain('- `--proxy-realm name`: The realm.');
    expect(DRAFT_NAMES.filter(isAdvanced)).toContain(REALM);
  });
});
