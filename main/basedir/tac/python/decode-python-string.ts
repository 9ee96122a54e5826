/**
 * Decodes one string token as Python would.
 *
 * Errors: undefined when the token is no complete plain string, or needs what is not known here
 *         (`\N{…}`, bytes that are no UTF-8).
 * Source: The Python Language Reference, 2.4.1 String and Bytes literals.
 */
export function decodePythonString(token: string): string | undefined {
  const match = /^([a-zA-Z]{0,2})('''|"""|'|")/.exec(token);
  const [opening, prefix, quote] = match ?? [];
  if (opening === undefined || prefix === undefined || quote === undefined) return undefined;
  if (token.length < opening.length + quote.length || !token.endsWith(quote)) return undefined;
  const flags = prefix.toLowerCase();
  if (flags.includes('f')) return undefined;
  const body = token.slice(opening.length, -quote.length).replaceAll(/\r\n?/g, '\n');
  if (flags.includes('r')) return body;
  return flags.includes('b') ? decodeBytes(body) : decodeEscapes(body);
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const ESCAPE = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g;

function decodeEscapes(body: string): string | undefined {
  let isKnown = true;
  const text = body.replaceAll(
    ESCAPE,
    (whole, octal?: string, x?: string, u?: string, U?: string, sign?: string) => {
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      const hex = x ?? u ?? U;
      if (hex !== undefined) {
        const code = Number.parseInt(hex, 16);
        if (code <= 0x10ffff) return String.fromCodePoint(code);
        isKnown = false;
        return whole;
      }
      // What is left of x, u, U and N is cut short, or asks for the names of all characters.
      if (sign !== undefined && 'xuUN'.includes(sign)) isKnown = false;
      return (sign === undefined ? undefined : SIMPLE_ESCAPES[sign]) ?? whole;
    },
  );
  return isKnown ? text : undefined;
}

const BYTE_ESCAPE = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|([\s\S]))/g;

/** A byte string's text: in it `\u` and `\N` mean nothing, and bytes are the UTF-8 that is sent. */
function decodeBytes(body: string): string | undefined {
  let isKnown = true;
  const chunks: Buffer[] = [];
  let end = 0;
  for (const match of body.matchAll(BYTE_ESCAPE)) {
    const [whole, octal, hex, sign] = match;
    chunks.push(Buffer.from(body.slice(end, match.index)));
    end = match.index + whole.length;
    if (octal !== undefined) chunks.push(Buffer.of(Number.parseInt(octal, 8) & 0xff));
    else if (hex !== undefined) chunks.push(Buffer.of(Number.parseInt(hex, 16)));
    else {
      if (sign === 'x') isKnown = false;
      chunks.push(Buffer.from((sign === undefined ? undefined : SIMPLE_ESCAPES[sign]) ?? whole));
    }
  }
  chunks.push(Buffer.from(body.slice(end)));
  if (!isKnown) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    return undefined;
  }
}
