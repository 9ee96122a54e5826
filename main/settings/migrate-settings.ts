import { createHash } from 'node:crypto';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { CURRENT_VERSION, type Settings, settingsSchema } from './settings-schema.ts';

/** Each brings what the version of its place wrote to the next one; the first makes version 1. */
const MIGRATIONS: readonly ((saved: object) => object)[] = [
  (saved) => ({ ...saved, version: 1 }),
  (saved) => ({ ...withWorkerIds(saved), version: 2 }),
];

/** The same each time, so that nothing has to be written before the user changes something. */
function withWorkerIds(saved: object): object {
  if (!('workers' in saved) || !Array.isArray(saved.workers)) return saved;
  const workers = saved.workers.map((worker: unknown) =>
    typeof worker === 'object' && worker !== null && 'basedir' in worker
      ? { id: idFrom(String(worker.basedir)), ...worker }
      : worker,
  );
  return { ...saved, workers };
}

function idFrom(basedir: string): string {
  return createHash('sha256').update(basedir).digest('hex').slice(0, 8);
}

/**
 * Settings of today from what any earlier version saved.
 *
 * Errors: a sentence, for a file that a newer version wrote or that somebody broke.
 */
export function migrateSettings(saved: unknown): Outcome<Settings, string> {
  if (typeof saved !== 'object' || saved === null) return failed('it holds no settings');
  const version = 'version' in saved && typeof saved.version === 'number' ? saved.version : 0;
  if (version > CURRENT_VERSION) return failed('a newer Buildtray wrote it');
  const migrated = MIGRATIONS.slice(version).reduce<object>((old, step) => step(old), saved);
  const parsed = settingsSchema.safeParse(migrated);
  if (parsed.success) return succeeded(parsed.data);
  const [issue] = parsed.error.issues;
  return failed(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'it cannot be read'}`);
}
