import type { DraftSettings } from '../../../main/contract/adding/worker-draft.ts';
import { isPort, masterFrom } from './master-from.ts';

type Field =
  | 'host'
  | 'port'
  | 'login'
  | 'workerName'
  | 'password'
  | 'protocol'
  | 'useTls'
  | 'basedir';

/** What a label means; read without articles and possessives, English first, then German. */
const LABELS: readonly (readonly [Field, RegExp])[] = [
  [
    'password',
    /^(?:worker[ -]?)?(?:password|passwd|pass ?phrase|pass|pwd|secret|passwort|kennwort)$/,
  ],
  ['port', /^(?:(?:build)?master|worker|tcp|pb|server)?[ _-]?port(?:nummer| number)?$/],
  [
    'host',
    /^(?:(?:build)?[ -]?(?:master|bot)[ _-]?|server[ -]?|worker[ -]?)?(?:host|hostname|host name|address|adresse|url|rechner|server|endpoint)$|^(?:(?:build)?master|buildbot|server|rechnername|connect to|verbinden mit)$/,
  ],
  [
    'login',
    /^(?:login|account|credentials|zugang|zugangsdaten|anmeldedaten|(?:(?:worker ?)?name|user ?(?:name)?|benutzer(?:name)?|worker) ?\/ ?(?:password|passwort|pass|kennwort))$/,
  ],
  [
    'workerName',
    /^(?:(?:build)?(?:worker|slave)[ _-]?)?(?:name|id)$|^(?:(?:build)?(?:worker|slave)|user|user ?name|benutzer|benutzername|anmeldename|name (?:of )?(?:des |of )?worker'?s?|workers? ?name)$/,
  ],
  [
    'basedir',
    /^(?:(?:worker|base|build)[ _-]?)?(?:directory|dir|folder|(?:basis|arbeits)?verzeichnis|ordner)$/,
  ],
  ['protocol', /^(?:protocol|protokoll)$/],
  ['useTls', /^(?:(?:use[ _])?tls|ssl|encryption|verschlüsselung)$/],
];
const NEEDLESS_WORDS =
  /\b(?:the|your|my|a|of|for|der|die|das|des|dein|deine|ihr|ihre|ihres|deines|für|buildbot[ -]worker)\b/g;

/** A path that means something on this machine. */
const ABSOLUTE = /^(?:\/|~\/|[a-z]:[\\/])\S/i;
/** `linux-3 / hunter2`, all that there is. */
const PAIR = /^([^\s/]{1,100})\s{0,3}\/\s{0,3}([^\s/]\S{0,200})$/;

/** The longest line that is looked at. */
const MOST_OF_LINE = 400;

/** Finds host, port, name and password in what people write to each other. */
export function readFreeText(text: string): DraftSettings {
  const lines = text.split(/\r?\n/).map((line) => plainLine(line.slice(0, MOST_OF_LINE)));
  return { ...fromAnywhere(lines), ...fromSentences(lines.join('\n')), ...fromLabels(lines) };
}

/** Without marks of quoting, of lists, of tables and of Markdown. */
function plainLine(line: string): string {
  return line
    .replace(/^[\s>|*•·–-]+(?=\S)/, '')
    .replaceAll(/\*\*|__|`/g, '')
    .replace(/\s*\|\s*$/, '')
    .replace(/\s*\|\s*/, ': ')
    .trim();
}

function fromLabels(lines: readonly string[]): DraftSettings {
  let found: DraftSettings = {};
  for (const [at, line] of lines.entries()) {
    for (const piece of piecesOf(line)) {
      const [label, entry] = halvesOf(piece);
      const field = fieldOf(label);
      if (field === undefined) continue;
      // The value may stand below its label.
      const value = entry === '' ? (lines.slice(at + 1).find((next) => next !== '') ?? '') : entry;
      found = { ...settingsFrom(field, value), ...found };
    }
  }
  return found;
}

/** `Host: a, Port: b` and `host=a port=b` say several things in one line. */
function piecesOf(line: string): readonly string[] {
  const words = line.split(/\s+/);
  if (words.length > 1 && words.every((word) => /^[\w-]{2,20}=\S/.test(word))) return words;
  return line.split(/[,;]\s+(?=\p{L}[\p{L} _-]{1,30}[:=])/u);
}

function halvesOf(piece: string): readonly [string, string] {
  const [, label = '', entry = ''] =
    /^([\p{L}' _/-]{2,40}?)\s?(?:\([^)]{0,40}\)\s?)?(?:[:=]|->|→|\t)\s*(.*)$/u.exec(piece) ?? [];
  return [label, entry];
}

function fieldOf(label: string): Field | undefined {
  const plain = label.toLowerCase().replaceAll(NEEDLESS_WORDS, ' ').replaceAll(/\s+/g, ' ').trim();
  return plain === '' ? undefined : LABELS.find(([, pattern]) => pattern.test(plain))?.[0];
}

function settingsFrom(field: Field, entry: string): DraftSettings {
  const word = wordOf(entry);
  switch (field) {
    case 'host': {
      const master = masterFrom(word);
      const [, port = ''] = /\bport\b\D{0,5}(\d{2,5})/i.exec(entry) ?? [];
      return master === undefined ? {} : { ...(isPort(port) && { port }), ...master };
    }
    case 'port': {
      const [port = ''] = /^\d{1,5}/.exec(word) ?? [];
      return isPort(port) ? { port } : {};
    }
    case 'login': {
      const [, workerName, password] = PAIR.exec(entry) ?? [];
      if (workerName === undefined || password === undefined) {
        return settingsFrom('workerName', entry);
      }
      return { workerName, password };
    }
    case 'workerName':
      return word === '' || /@|:\/\//.test(word) ? {} : { workerName: word.replace(/[.,;]$/, '') };
    case 'basedir': {
      const basedir = word.replace(/[.,;]$/, '');
      return ABSOLUTE.test(basedir) ? { basedir } : {};
    }
    case 'password':
      return word === '' || /^(?:[-–(]|see$|siehe$)/.test(word) ? {} : { password: word };
    case 'protocol':
      return /msgpack/i.test(entry) ? { protocol: 'msgpack_experimental_v7' } : {};
    case 'useTls':
      return /^(?:yes|ja|on|an|true|required|erforderlich|1)\b/i.test(entry)
        ? { useTls: 'True' }
        : {};
  }
}

/** What quotes hold together, else the first word. */
function wordOf(entry: string): string {
  const [, quoted] = /^(?:"([^"]+)"|'([^']+)'|„([^“”]+)[“”]|“([^”]+)”|«([^»]+)»)/u
    .exec(entry)
    ?.filter((part) => part !== undefined) ?? [undefined, undefined];
  return quoted ?? /^\S+/.exec(entry)?.[0] ?? '';
}

/** `Your worker is called linux-3 and the password is hunter2.` */
function fromSentences(text: string): DraftSettings {
  const word = `["'“„«]?([^\\s"'“”„«»]{1,200})`;
  const first = (pattern: string): string =>
    (new RegExp(pattern, 'iu').exec(text)?.[1] ?? '').replace(/[.,;!)]+$/, '');
  const password = first(
    `\\b(?:password|passwort|kennwort)\\b[^\\n:=.]{0,40}?\\s(?:is|ist|lautet|heißt)\\s+${word}`,
  );
  const workerName = first(
    `\\b(?:worker|slave)(?:[ -]?name)?s?\\b[^\\n:=.]{0,20}?\\s(?:is(?: called| named)?|called|named|namens|heißt|ist|lautet)\\s+${word}`,
  );
  const port = first('\\bport\\s(?:number |nummer |is |ist )?(\\d{2,5})\\b');
  const path = `((?:/|~/|[a-z]:[\\\\/])[^\\s"'“”„«»]{1,300})`;
  const basedir =
    first(
      `\\b(?:directory|folder|basedir|verzeichnis|ordner)\\b[^\\n:=.]{0,20}?\\s["'“„«]?${path}`,
    ) || first(`\\s${path}["'”“»]? (?:directory|folder)\\b`);
  return {
    ...pairFrom(text),
    ...(password !== '' && { password }),
    ...(workerName !== '' && { workerName }),
    ...(isPort(port) && { port }),
    ...(basedir !== '' && { basedir }),
  };
}

/** `linux-3 / hunter2 on ci port 9989` */
function pairFrom(text: string): DraftSettings {
  const [, workerName, password, host = '', port = ''] =
    /(?:^|\s)([^\s/:]{1,100})\s\/\s(\S{1,200})\s(?:on|at|auf|bei|an)\s([^\s,]{1,260}?)(?:,?\sport\s(\d{2,5})|:(\d{2,5}))\b/iu.exec(
      text,
    ) ?? [];
  if (workerName === undefined || password === undefined) return {};
  return { workerName, password, ...masterFrom(host), ...(isPort(port) && { port }) };
}

/** The likeliest master that stands anywhere: an address for workers, a host with a port, a web page. */
function fromAnywhere(lines: readonly string[]): DraftSettings {
  const words = lines.flatMap((line) => line.split(/\s+/)).filter((word) => !word.includes('@'));
  const masters = words.flatMap((word) => {
    const isLikely = /\p{L}[^\s]*\.\p{L}|^\W?\d+(?:\.\d+){3}|localhost|^\W?\[|:\/\/|^tls:|^tcp:/iu;
    const master = isLikely.test(word) ? masterFrom(word) : undefined;
    return master ? [{ master, isWeb: /^\W?https?:/i.test(word) }] : [];
  });
  const best =
    masters.find(({ master: { port, connectionString } }) => port ?? connectionString) ??
    masters.find(({ isWeb }) => isWeb) ??
    masters[0];
  return best?.master ?? {};
}
