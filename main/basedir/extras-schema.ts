import { z } from 'zod';
import { extraPlaceOf } from '../worker-settings/connection-extras.ts';
import { EXTRA_SETTINGS, type ExtraSetting } from '../worker-settings/settings-table.ts';

/** A setting of an object in the file, by its key there. */
interface KeyedRow {
  readonly key: string;
  readonly row: ExtraSetting;
}

/** The objects of `buildtray.json`, each with its settings: `tls` has `pin` and `authorities`. */
export const EXTRA_OBJECTS: ReadonlyMap<string, readonly KeyedRow[]> = objectsOf(EXTRA_SETTINGS);

function objectsOf(rows: readonly ExtraSetting[]): ReadonlyMap<string, readonly KeyedRow[]> {
  const objects = new Map<string, KeyedRow[]>();
  for (const row of rows) {
    const { object, key } = extraPlaceOf(row);
    objects.set(object, [...(objects.get(object) ?? []), { key, row }]);
  }
  return objects;
}

/** What `buildtray.json` may hold. Unknown settings are a newer version's and are kept. */
export const extrasSchema = z.looseObject(
  Object.fromEntries([...EXTRA_OBJECTS].map(([name, rows]) => [name, objectOf(rows).optional()])),
);

export type ExtrasContents = z.output<typeof extrasSchema>;

function objectOf(rows: readonly KeyedRow[]) {
  return z.looseObject(
    Object.fromEntries(
      rows.map(({ key, row }) => [
        key,
        row.isJsonRequired ? shapeOf(row) : shapeOf(row).optional(),
      ]),
    ),
  );
}

/** A text; only a secret may be empty. */
function shapeOf(row: ExtraSetting): z.ZodString {
  if (row.kind === 'secret') return z.string();
  const text = z.string().min(1);
  return row.kind === 'text' && row.pattern !== undefined ? text.regex(row.pattern) : text;
}
