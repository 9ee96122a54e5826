import { describe, expect, it } from 'vitest';
import { formatLogLine, parseLogLine } from '../../../../main/logging/log-line.ts';

describe('a line', () => {
  it('is read back as it was written', () => {
    const line = {
      at: Date.UTC(2026, 10, 24, 14, 42, 56),
      level: 'warn',
      subject: 'connection',
      message: 'it is gone',
    } as const;
    expect(formatLogLine(line)).toMatch(
      /^2026-11-2\d \d\d:\d\d:56[+-]\d{4} \[connection#warn\] it is gone$/,
    );
    expect(parseLogLine(formatLogLine(line))).toEqual(line);
  });

  it.each([
    [
      '2020-01-02 03:04:05+0000 [-] Log opened.',
      { at: Date.UTC(2020, 0, 2, 3, 4, 5), level: 'info', subject: '-', message: 'Log opened.' },
    ],
    [
      '2020-01-02 03:04:05-0130 [Broker,client] hello',
      {
        at: Date.UTC(2020, 0, 2, 4, 34, 5),
        level: 'info',
        subject: 'Broker,client',
        message: 'hello',
      },
    ],
    ['Traceback', { at: undefined, level: 'info', subject: '', message: 'Traceback' }],
  ])('of the Python worker is understood: %s', (text, line) => {
    expect(parseLogLine(text)).toEqual(line);
  });
});

it('a line is one line, whatever is in its subject, and acts on no terminal', () => {
  const forged = 'x\n2026-01-01 00:00:00+0000 [worker#info] all is well\u001b[2J';
  const line = formatLogLine({
    at: 0,
    level: 'info',
    subject: `command ${forged}`,
    message: forged,
  });
  const starts = line.split('\n').filter((part) => /^\d{4}-/.test(part));
  expect(starts).toHaveLength(1);
  expect(line).not.toContain('\u001b');
});
