import iconv from 'iconv-lite';
import { type Problem, problem } from '../../contract/problem.ts';

/** Names that Python knows and iconv-lite does not; keys in the spelling of `canonical`. */
const NAMES_OF_ICONV: Readonly<Record<string, string>> = {
  u8: 'utf-8',
  utf: 'utf-8',
  utf8: 'utf-8',
  utf8ucs2: 'utf-8',
  utf8ucs4: 'utf-8',
  cp65001: 'utf-8',
  '646': 'ascii',
  usascii: 'ascii',
  ansix341968: 'ascii',
  iso646us: 'ascii',
  latin: 'iso-8859-1',
  latin1: 'iso-8859-1',
  l1: 'iso-8859-1',
  '8859': 'iso-8859-1',
  cp819: 'iso-8859-1',
  iso88591: 'iso-8859-1',
  iso8859: 'iso-8859-1',
  iso646irv1991: 'ascii',
  mskanji: 'cp932',
  ms932: 'cp932',
  windows31j: 'cp932',
  ujis: 'euc-jp',
  euckr: 'euc-kr',
  uhc: 'cp949',
  ms949: 'cp949',
  gb2312: 'gbk',
  euccn: 'gbk',
  cp936: 'gbk',
  ms936: 'gbk',
  cp950: 'big5',
  big5tw: 'big5',
  xmactradchinese: 'big5',
  xmacsimpchinese: 'gbk',
  xmacjapanese: 'shift_jis',
  xmackorean: 'euc-kr',
  hkscs: 'big5hkscs',
  gb180302000: 'gb18030',
  eucgb2312cn: 'gbk',
  ksx1001: 'euc-kr',
  cpis: 'cp861',
  cp866u: 'cp1125',
  ruscii: 'cp1125',
  maccentraleurope: 'maccenteuro',
  maclatin2: 'maccenteuro',
  tis62025290: 'tis-620',
  u7: 'utf-7',
  unicodebigunmarked: 'utf-16be',
  unicodelittleunmarked: 'utf-16le',
  u16: 'utf-16',
  u32: 'utf-32',
  mbcs: 'cp1252',
  dbcs: 'cp1252',
  ansi: 'cp1252',
};

/**
 * The name of an encoding for iconv-lite; undefined when it is unknown here.
 *
 * Shape: `utf-8` and `ascii` come in exactly that spelling.
 */
export function encodingFrom(pythonName: string): string | undefined {
  // It is asked for each word of a command line, and the worker has one.
  if (pythonName !== last.pythonName) last = { pythonName, encoding: foundEncoding(pythonName) };
  return last.encoding;
}

let last: { readonly pythonName: string; readonly encoding: string | undefined } = {
  pythonName: 'utf-8',
  encoding: 'utf-8',
};

function foundEncoding(pythonName: string): string | undefined {
  const plain = pythonName
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    // The year of a standard, as in `iso_8859_1_1987`.
    .replace(/^(iso8859\d\d?)(?:19|20)\d\d$/, '$1');
  const name = NAMES_OF_ICONV[plain] ?? plain;
  if (name === 'ascii' || name === 'utf-8') return name;
  return iconv.encodingExists(name) ? name : undefined;
}

/** Why output and command lines cannot be in that encoding; undefined when they can. */
export function encodingProblem(pythonName: string): Problem | undefined {
  return encodingFrom(pythonName) === undefined
    ? problem('settings.unknownEncoding', { name: pythonName })
    : undefined;
}

/** Whether each byte is one character by itself, those below 128 for their ASCII ones. */
export function isSingleByteEncoding(encoding: string): boolean {
  return /^(ascii|latin|iso-?8859|cp125|windows-?125|cp8[56]|cp437|koi8|mac)/.test(encoding);
}

/** The bytes of a text in an encoding of Python's; what it cannot express becomes `?`. */
export function encodeText(text: string, pythonName: string): Buffer {
  const encoding = encodingFrom(pythonName) ?? 'utf-8';
  return encoding === 'utf-8' ? Buffer.from(text, 'utf8') : iconv.encode(text, encoding);
}
