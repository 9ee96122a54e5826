import { expect, it } from 'vitest';
import { RowReader } from '../../../../../main/logging/reading/row-reader.ts';

it('makes a row of each line; one that continues another has its level', () => {
  const reader = new RowReader();
  const texts = [
    '2026-11-24 14:42:56+0000 [connection#error] lost',
    '\tat somewhere',
    'no time at all',
  ];
  const rows = texts.map((text, at) => {
    const line = { text, cutBytes: 0 };
    reader.next(line);
    return reader.row(line, at);
  });
  expect(rows).toMatchObject([
    { line: 0, level: 'error', subject: 'connection', message: 'lost', isContinued: false },
    { line: 1, level: 'error', at: undefined, message: 'at somewhere', isContinued: true },
    { line: 2, level: 'info', at: undefined, message: 'no time at all', isContinued: false },
  ]);
});
