import type { DraftName, DraftSettings } from '../../../main/contract/adding/worker-draft.ts';
import type { NotTaken } from './command-line.ts';
import { hostAndPort, isPort } from './master-from.ts';

/** What a `buildbot-worker:add?…` link holds. */
export interface Link {
  readonly settings: DraftSettings;
  readonly notTaken: readonly NotTaken[];
  /** The text around it. */
  readonly rest: string;
}

const LINK = /\bbuildbot-worker:(?:\/\/)?add\/?\?([^\s<>"'`]{1,2000})/i;

/**
 * What may be in a link, under its names there. Any web page can hold one: nothing in it reaches further than
 * to a master that the user sees before anything is tried.
 */
const FIELDS: Readonly<Record<string, DraftName>> = {
  host: 'host',
  port: 'port',
  name: 'workerName',
  'use-tls': 'useTls',
  'tls-pin': 'tlsPin',
  protocol: 'protocol',
  keepalive: 'keepalive',
};

/** Finds the link that an administrator made. Undefined when there is none; secrets in it are not taken. */
export function readLink(text: string): Link | undefined {
  const found = LINK.exec(text);
  if (found === null) return undefined;
  let settings: DraftSettings = {};
  const notTaken: NotTaken[] = [];
  for (const [name, value] of new URLSearchParams(found[1])) {
    const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    const shown = field && shownValue(field, value);
    if (field && shown !== undefined) settings = { ...settings, [field]: shown };
    else notTaken.push({ option: name, why: /pass/i.test(name) ? 'secret' : 'unknown' });
  }
  return { settings, notTaken, rest: text.replace(found[0], ' ') };
}

function shownValue(field: DraftName, value: string): string | undefined {
  switch (field) {
    case 'host':
      return hostAndPort(value)?.port === undefined ? hostAndPort(value)?.host : undefined;
    case 'port':
      return isPort(value) ? value : undefined;
    case 'useTls':
      return /^(?:1|true|yes|on|)$/i.test(value) ? 'True' : undefined;
    default:
      return value === '' ? undefined : value;
  }
}
