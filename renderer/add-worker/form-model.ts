import type { WorkerDraft } from '../../main/contract/add-worker.ts';

/** The form while it is being filled in: numbers are still text. */
export type FormValues = { readonly [field in keyof WorkerDraft]: string };

export const EMPTY_FORM: FormValues = {
  host: '',
  port: '',
  workerName: '',
  password: '',
  basedir: '',
};

/** The draft that main checks; a port that is no number becomes 0, which it refuses. */
export function draftFrom(values: FormValues): WorkerDraft {
  const port = /^\d{1,5}$/.test(values.port.trim()) ? Number(values.port) : 0;
  return { ...values, port: port > 65_535 ? 0 : port };
}

/**
 * What a text that was typed or pasted as host says of other fields too: `host:port`, or a whole
 * `create-worker` command line. Undefined for a plain host.
 */
export function fieldsFromPaste(text: string): Partial<FormValues> | undefined {
  return fieldsFromCommandLine(text) ?? fieldsFromMaster(text.trim());
}

function fieldsFromMaster(text: string): Partial<FormValues> | undefined {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^\s:[\]]+)):(\d+)$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  return host === undefined || port === undefined ? undefined : { host, port };
}

/** Options that are followed by a value of their own. */
const VALUED =
  /^(-[kasl]|--(keepalive|umask|maxdelay|maxretries|numcpus|log-size|log-count|allow-shutdown|protocol|connection-string|proxy-connection-string))$/;

function fieldsFromCommandLine(text: string): Partial<FormValues> | undefined {
  const words = wordsOf(text);
  const start = words.indexOf('create-worker');
  if (start < 0) return undefined;
  const given: string[] = [];
  for (let at = start + 1; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (VALUED.test(word)) at += 1;
    else if (!word.startsWith('-')) given.push(word);
  }
  const [basedir, master, workerName, password] = given;
  if (master === undefined) return undefined;
  return {
    ...(fieldsFromMaster(master) ?? { host: master, port: '9989' }),
    ...(workerName !== undefined && { workerName }),
    ...(password !== undefined && { password }),
    // A relative directory means nothing here.
    ...(basedir?.startsWith('/') && { basedir }),
  };
}

function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
}
