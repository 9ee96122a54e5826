import type { LogFilter } from '../../contract/log/log-rows.ts';
import type { log as english } from '../en/log.ts';
import { format } from './format.ts';

const FILTERS: Readonly<Record<LogFilter, string>> = {
  info: 'Alles',
  warn: 'Warnungen',
  error: 'Fehler',
};

const lines = (count: number) => format.plural(count, { one: 'Zeile', other: 'Zeilen' });
const files = (count: number) => format.plural(count, { one: 'Datei', other: 'Dateien' });

export const log: typeof english = {
  title: 'Protokoll',
  label: 'Protokoll des Workers',
  empty: 'Das Protokoll ist leer.',
  nothingUrgent: 'Im Protokoll ist nichts so dringend.',
  showAll: 'Alle Zeilen zeigen',
  cannotRead: 'Das Protokoll lässt sich nicht lesen',
  filter: 'Was angezeigt wird',
  filters: FILTERS,
  levels: { error: 'Fehler', warn: 'Warnung' },
  openFolder: 'Ordner öffnen',
  menu: 'Aktionen für das Protokoll',
  copyLine: 'Diese Zeile kopieren',
  copyVisible: 'Sichtbare Zeilen kopieren',
  copiedLines: (count) => `${format.number(count)} ${lines(count)} kopiert`,
  follow: 'Mitscrollen',
  following: 'Scrollt mit',
  followHelp: 'Neue Zeilen rücken ins Bild. Hochscrollen beendet das.',
  newLines: (count) => `${format.number(count)} neue ${lines(count)}`,
  size: (extent) =>
    `${format.number(extent.rows.info)} ${lines(extent.rows.info)}, ${format.bytes(extent.totalBytes)} in ${format.number(extent.files)} ${files(extent.files)}`,
  counting: (share) => `Zeilen werden gezählt: ${format.number(share * 100)} %`,
  cut: (bytes) => `… und ${format.bytes(bytes)} mehr`,
  search: {
    label: 'Im ganzen Protokoll suchen',
    matchCase: 'Groß- und Kleinschreibung beachten',
    pattern: 'Regulärer Ausdruck',
    older: 'Älterer Treffer (Eingabe)',
    newer: 'Neuerer Treffer (Umschalt+Eingabe)',
    cancel: 'Suche anhalten',
    clear: 'Suche beenden',
    none: 'Nicht gefunden',
    progress: (share, hits) => `${format.number(share * 100)} %, ${format.number(hits)} gefunden`,
    cancelled: (hits) => `Angehalten, ${format.number(hits)} gefunden`,
    place: (at, hits) => `${format.number(at)} von ${format.number(hits)}`,
    found: (hits) => `${format.number(hits)} gefunden`,
    reachable: (count) => `Die neuesten ${format.number(count)} lassen sich anspringen.`,
  },
  rotation: {
    title: 'Dateiwechsel',
    summary: (logSize, logCount) => {
      if (logSize === null) return 'Eine Datei, die unbegrenzt wächst';
      const kept =
        logCount === null
          ? 'alle älteren Dateien bleiben'
          : `${format.number(logCount)} ältere ${format.plural(logCount, { one: 'Datei bleibt', other: 'Dateien bleiben' })}`;
      return `Neue Datei ab ${format.bytes(logSize)}, ${kept}`;
    },
    change: 'Dateiwechsel…',
    isOn: 'Eine neue Datei beginnen, wenn das Protokoll groß ist',
    isOnHelp: 'Sonst ist das Protokoll eine Datei, die unbegrenzt wächst.',
    size: 'Größe einer Datei',
    sizeHelp: 'Eine größere wird beiseitegelegt und eine neue begonnen.',
    keepsAll: 'Alle älteren Dateien behalten',
    count: 'Ältere Dateien, die bleiben',
    countHelp: 'Noch ältere werden sofort entfernt.',
    onDisk: (bytes, count) =>
      `${format.bytes(bytes)} in ${format.number(count)} ${files(count)} auf dem Datenträger`,
    rotateNow: 'Jetzt wechseln',
    rotated: 'Eine neue Datei wurde begonnen.',
    saved: 'In buildbot.tac gespeichert. Es gilt ab sofort.',
    wantsCount: 'Eine ganze Zahl ab 0.',
  },
};
