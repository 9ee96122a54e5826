import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editTac } from '../../../../../main/basedir/tac/edit-tac.ts';
import { maskedTacText } from '../../../../../main/basedir/tac/masked-tac-text.ts';
import { readTac } from '../../../../../main/basedir/tac/read-tac.ts';
import { workerConfigFrom } from '../../../../../main/basedir/tac/worker-config-from.ts';
import { TAC_FIXTURES } from '../../../../support/tac-fixtures.ts';

const TAC_PATH = '/srv/worker/buildbot.tac';

/** Everything that is done with a file's text. */
function useEverywhere(text: string): void {
  workerConfigFrom(readTac(text, TAC_PATH));
  maskedTacText(text, TAC_PATH);
  const edited = editTac(text, TAC_PATH, { keepalive: 4711, passwd: "a'b\\c" });
  if (!edited.ok) return;
  const { settings } = readTac(edited.value, TAC_PATH);
  expect(settings.get('keepalive')).toMatchObject({ value: 4711 });
  expect(settings.get('passwd')).toMatchObject({ value: "a'b\\c" });
}

const TEXTS = TAC_FIXTURES.map(({ bytes }) => bytes.toString('utf8'));
/** Machines are slow at times; what is tested here takes seconds, or does not end. */
const PATIENT = { timeout: 60_000 };
const PIECES = [
  ...["'", '"', "'''", '\\', '(', ')', '[', '{', ',', '=', ':', ';', '#', '\n', '    ', '\t', '\0'],
  ...[
    'Worker(',
    '*',
    '**',
    'lambda: ',
    'if x:\n',
    'f"{',
    'print x',
    '`x`',
    '0777L',
    'ur"',
    '\ud800',
  ],
  ...['passwd = ', 'global passwd\n', 'del port\n', 'port += 1\n', '(port := 2)', '\u2028', '\r'],
];

describe('a file that was spoiled', () => {
  it('never breaks the reader, and an edit does what it says or nothing', PATIENT, () => {
    fc.assert(
      fc.property(spoiledTexts(), (text) => useEverywhere(text)),
      { numRuns: 300 },
    );
  });

  it('may be cut anywhere', PATIENT, () => {
    for (const text of TEXTS.filter((_text, index) => index % 5 === 0)) {
      for (let end = 0; end < text.length; end += 7) readTac(text.slice(0, end), TAC_PATH);
    }
  });

  it('may hold anything at all', PATIENT, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => useEverywhere(text)),
      { numRuns: 300 },
    );
  });
});

function spoiledTexts(): fc.Arbitrary<string> {
  const mutation = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 60 }),
    piece: fc.constantFrom(...PIECES, ''),
    kind: fc.constantFrom('insert', 'replace', 'repeat'),
  });
  return fc
    .record({ text: fc.constantFrom(...TEXTS), mutations: fc.array(mutation, { maxLength: 6 }) })
    .map(({ text, mutations }) =>
      mutations.reduce((spoiled, { at, length, piece, kind }) => {
        const from = Math.floor(at * spoiled.length);
        const to = kind === 'replace' ? from + length : from;
        const again = kind === 'repeat' ? spoiled.slice(from, from + length) : '';
        return spoiled.slice(0, from) + piece + again + spoiled.slice(to);
      }, text),
    );
}

// Each of these takes very long where work grows with the square of the length.
describe('a very long file', () => {
  const times = (piece: string): string => piece.repeat(Math.ceil(50_000 / piece.length));
  /** Each level is a space deeper. */
  const nested = (line: string): string =>
    Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}${line}\n`).join('');
  /** Each calls the one before it twice. */
  const functionsThatCallEachOther = (): string =>
    Array.from({ length: 900 }, (_, at) => `def f${at + 1}():\n  f${at}()\n  f${at}()\n`).join('') +
    'f900()\n';
  const opening =
    'from buildbot_worker.bot import Worker\nfrom twisted.python.logfile import LogFile\n';

  it.each([
    ['of workers', `${opening}${times("Worker('h', 1, 'n', 'p', '/b', 60)\n")}`],
    ['of nested workers', opening + times('Worker(')],
    ['of nested log files', opening + times('LogFile(rotateLength=')],
    ['of brackets', `x = ${times('(')}`],
    ['of closed brackets', `x = ${times('(').slice(0, 2000)}1${times(')').slice(0, 2000)}`],
    ['of unknown arguments', `${opening}Worker(${times('a=1,')})`],
    ['of one number', `${opening}Worker('h', ${times('1')}j, 'n', 'p', '/b')`],
    ['of one name', times('passwd')],
    ['of quotes', times("'")],
    ['of backslashes', `passwd = '${times('\\')}`],
    ['of assignments in a row', `${times('a,b=')}c,d`],
    ['of attributes', `${opening}${times('a.')}Worker()`],
    ['of old numbers', times('x = 10L\n')],
    ['of comments', times('# passwd passwd passwd\n')],
    ['of spaces', `x = 1${times(' ')}y`],
    ['of blocks', times('if a:\n  b = 1\n')],
    ['of semicolons', times('a=1;')],
    ['of effects', times('os.umask(0)\n')],
    ['of effects in one line', `${times('os.umask(0);')}`],
    ['of effects in one expression', `x = [${times('os.system("x"),')}]`],
    ['of changes of the environment', `import os\n${times("os.environ['A'] += 'b'\n")}`],
    ['of one change of many variables', `import os\nos.environ.update(${times("a='b',")})`],
    ['of one value of many pieces', `import os\nos.environ['A'] = ${times("'b' + ")}'c'`],
    ['of variables in a loop', `import os\nfor n in (${times("'a',")}):\n  del os.environ[n]`],
    ['of ends', times('sys.exit()\n')],
    ['of conditions in one expression', times('x or sys.exit() or ')],
    ['of branches', `if a:\n  pass\n${times('elif a:\n  os.umask(0)\n')}`],
    ['of nested blocks', nested('if a:')],
    ['of nested functions', nested('def f():')],
    ['of functions that call each other', functionsThatCallEachOther()],
    ['of lines that add the worker', `${opening}s = Worker()\n${times('s.setServiceParent(a)\n')}`],
    ['of addresses', times('://')],
    ['of addresses without end', `'${times('://a:')}`],
  ])('%s costs no more than its length', PATIENT, (_what, text) => {
    readTac(text, TAC_PATH);
    maskedTacText(text, TAC_PATH);
  });
});
