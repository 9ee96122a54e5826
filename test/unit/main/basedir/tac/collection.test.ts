import { beforeEach, describe, expect, it, vi } from 'vitest';
import { editTac } from '../../../../../main/basedir/tac/edit-tac.ts';
import type { TacEffect } from '../../../../../main/basedir/tac/effects/tac-effect.ts';
import { maskedTacText } from '../../../../../main/basedir/tac/masked-tac-text.ts';
import type { TacLiteral } from '../../../../../main/basedir/tac/python/literal-from.ts';
import { readTac } from '../../../../../main/basedir/tac/read-tac.ts';
import { readTacFile, type TacFile } from '../../../../../main/basedir/tac/tac-file.ts';
import {
  TAC_SETTINGS,
  type TacEntry,
  type TacReading,
  type TacSetting,
} from '../../../../../main/basedir/tac/tac-reading.ts';
import { valueOfEntry } from '../../../../../main/basedir/tac/value-of-entry.ts';
import { workerConfigFrom } from '../../../../../main/basedir/tac/worker-config-from.ts';
import { inEnglish } from '../../../../support/in-english.ts';
import {
  TAC_ENVIRONMENT,
  TAC_FIXTURES,
  type TacFixture,
} from '../../../../support/tac-fixtures.ts';

beforeEach(() => {
  for (const [name, value] of Object.entries(TAC_ENVIRONMENT)) vi.stubEnv(name, value);
  return () => vi.unstubAllEnvs();
});

describe.each(TAC_FIXTURES.map((fixture) => [fixture.name, fixture] as const))(
  'buildbot.tac of %s',
  (_name, fixture) => {
    it('is read as expected', async () => {
      const { reading } = await fileOf(fixture);
      const config = workerConfigFrom(reading);
      expect({
        age: reading.age ?? null,
        applicationName: reading.applicationName ?? null,
        hasLogBlock: reading.hasLogBlock,
        literals: entriesOf(reading, (entry) =>
          entry.kind === 'literal' ? entry.value : undefined,
        ),
        computed: entriesOf(reading, (entry) =>
          entry.kind === 'computed' ? entry.snippet : undefined,
        ),
        ...(fixture.expected.known && { known: knownOf(reading, fixture.expected.known) }),
        problem: config.ok ? null : config.problem.kind,
        warnings: (config.ok ? config.value.warnings : reading.warnings).length,
        effects: reading.effects.map(shownEffect),
      }).toEqual(fixture.expected);
    });

    it.each(TAC_SETTINGS)('takes another %s, and nothing else changes', async (setting) => {
      const { text, reading } = await fileOf(fixture);
      const { surroundings } = reading;
      const value = NEW_VALUES[setting];
      const edited = editTac(text, fixture.path, { [setting]: value }, { surroundings });
      if (!edited.ok) {
        expect(inEnglish(edited.problem)).toMatch(refusalOf(reading, setting));
        return;
      }
      const after = readTac(edited.value, fixture.path, surroundings);
      expect(literalOf(after.settings.get(setting))).toBe(value);
      const others = (r: TacReading) =>
        entriesOf(r, ({ kind, ...entry }) => ('value' in entry ? entry.value : kind), setting);
      expect(others(after)).toMatchObject(others(reading));
      expectOneEdit(text, edited.value, reading.settings.get(setting));
    });

    it('shows no password', async () => {
      const { text, reading } = await fileOf(fixture);
      const password = literalOf(reading.settings.get('passwd'));
      const masked = maskedTacText(text, fixture.path);
      expect(reading.warnings.map(inEnglish).join()).not.toContain('hunter2');
      expect(masked.split(/\r?\n/)).toHaveLength(text.split(/\r?\n/).length);
      if (password) expect(masked).not.toContain(`'${String(password)}'`);
    });
  },
);

/** What code comes to, of the settings that are asked for. */
function knownOf({ settings }: TacReading, asked: Readonly<Record<string, TacLiteral>>) {
  const names = TAC_SETTINGS.filter((setting) => setting in asked);
  return Object.fromEntries(names.map((name) => [name, valueOfEntry(settings.get(name))]));
}

function shownEffect(effect: TacEffect): string {
  const { line } = effect;
  if (effect.kind === 'end') return `${line} end`;
  if (effect.kind === 'own') return `${line} ${effect.effect}`;
  const changes = effect.changes.map(({ name, value }) => `${value ? 'sets' : 'deletes'} ${name}`);
  return `${line} ${changes.join(', ')}`;
}

const NEW_VALUES: { readonly [setting in TacSetting]: TacLiteral } = {
  basedir: '/srv/"other"\\place',
  rotateLength: 4711,
  maxRotatedFiles: 47,
  buildmaster_host: 'other.example.org',
  port: 4711,
  connection_string: 'tcp:other.example.org:1',
  workername: "o'ther",
  passwd: 'new \\ "pass\'word"',
  keepalive: 47,
  keepaliveTimeout: 47,
  usepty: true,
  umask: 0o47,
  maxdelay: 47,
  numcpus: 47,
  unicode_encoding: 'utf-16',
  allow_shutdown: 'other',
  maxretries: 47,
  use_tls: true,
  delete_leftover_dirs: true,
  proxy_connection_string: 'tcp:proxy:1',
  protocol: 'other',
  path: 'other',
  buildtray_file_access: 'anywhere',
  buildtray_tac_environment: true,
  buildtray_leftover_processes: 'leave',
  buildtray_protection: 'guarded',
  buildtray_protection_paths: '/srv/tools',
  buildtray_protection_variables: 'CC',
};

async function fileOf({ path }: TacFixture): Promise<TacFile> {
  const file = await readTacFile(path);
  if (!file.ok) throw new Error(inEnglish(file.problem));
  return file.value;
}

function entriesOf(
  { settings }: TacReading,
  what: (entry: TacEntry) => unknown,
  except?: TacSetting,
): Record<string, unknown> {
  return Object.fromEntries(
    [...settings]
      .filter(([setting]) => setting !== except)
      .map(([setting, entry]) => [setting, what(entry)])
      .filter(([, found]) => found !== undefined),
  );
}

function literalOf(entry: TacEntry | undefined): TacLiteral | undefined {
  return entry?.kind === 'literal' ? entry.value : undefined;
}

/** What an edit may be refused with. */
function refusalOf(reading: TacReading, setting: TacSetting): RegExp {
  if (reading.problems.length > 0) return /creates/;
  const entry = reading.settings.get(setting);
  if (entry?.kind === 'computed') return /is computed by code .* only be changed there/;
  if (reading.warnings.some((warning) => /not valid Python/.test(inEnglish(warning))))
    return /cannot edit safely|has no place/;
  return entry === undefined ? /has no place for/ : /^never$/;
}

/** The two texts differ in one place, which is the value's, or where something was added. */
function expectOneEdit(before: string, after: string, entry: TacEntry | undefined): void {
  if (before === after) return;
  let from = 0;
  while (from < before.length && before[from] === after[from]) from += 1;
  let left = 0;
  const most = Math.min(before.length, after.length) - from;
  while (left < most && before.at(-1 - left) === after.at(-1 - left)) left += 1;
  const to = before.length - left;
  if (entry?.kind !== 'literal') {
    expect(to).toBe(from);
    return;
  }
  const isInside = [entry.span, entry.argument].some((span) => span.from <= from && to <= span.to);
  expect(isInside).toBe(true);
}
