import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../main/contract/language.ts';
import { sourceFiles } from '../../../support/imports.ts';

const projectDir = fileURLToPath(new URL('../../../..', import.meta.url));

interface Node {
  readonly type: string;
  readonly [name: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The texts of a file, each with the pieces between its values; what joins a list is none. */
function textsIn(value: unknown): readonly (readonly string[])[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  if (isNode(value)) {
    if (isJoin(value)) return textsIn(value.callee);
    if (value.type === 'Literal' && typeof value.value === 'string') return [[value.value]];
    if (value.type === 'TemplateLiteral') return [piecesOf(value), ...textsIn(value.expressions)];
  }
  return Object.values(value).flatMap(textsIn);
}

function isJoin({ type, callee }: Node): boolean {
  if (type !== 'CallExpression' || !isNode(callee)) return false;
  const { property } = callee;
  return isNode(property) && property.name === 'join';
}

function piecesOf({ quasis }: Node): readonly string[] {
  return (quasis as readonly { readonly value: { readonly cooked: string } }[]).map(
    ({ value }) => value.cooked,
  );
}

const filesOf = (folder: string): readonly string[] => sourceFiles(projectDir, folder);
const textsOf = (file: string) =>
  textsIn(parseAst(readFileSync(path.join(projectDir, file), 'utf8'), { lang: 'ts' }));

describe.each(LANGUAGES)('a text of the language %s', (language) => {
  const texts = filesOf(`main/texts/${language}`).flatMap((file) =>
    textsOf(file).map((pieces) => [file, pieces] as const),
  );

  it('is no fragment that is glued to another: it neither begins nor ends with a space', () => {
    const glued = texts.filter(([, pieces]) => /^\s+\S|\S\s+$/.test(pieces.join('…')));
    expect(glued).toEqual([]);
  });

  it('has no two spaces in a row, but before what a terminal shows in columns', () => {
    const wide = texts.filter(([, pieces]) => pieces.some((piece) => /\S {2}[^(]/.test(piece)));
    expect(wide).toEqual([]);
  });
});

describe('French', () => {
  const pieces = filesOf('main/texts/fr').flatMap((file) =>
    textsOf(file).flatMap((text) => text.map((piece) => [file, piece] as const)),
  );

  it('has a no-break space before high signs and within its quotes', () => {
    const breaking = pieces.filter(([, piece]) => / [:;?!»%]|« /.test(piece));
    expect(breaking).toEqual([]);
    const missing = pieces.filter(([, piece]) => /[\p{L})][;?!»]|«\S/u.test(piece));
    expect(missing).toEqual([]);
  });

  it('has the apostrophe and the quotes of print', () => {
    const typed = pieces.filter(([, piece]) => /\p{L}'\p{L}|[“”„"]/u.test(piece));
    expect(typed).toEqual([]);
  });

  it('says vous, never tu', () => {
    const familiar = pieces.filter(([, piece]) =>
      /(?<!\p{L})(tu|ton|tes|toi)(?!\p{L})/iu.test(piece),
    );
    expect(familiar).toEqual([]);
  });
});
