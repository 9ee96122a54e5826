import { expect, it } from 'vitest';
import { reportFrom } from '../../../../main/diagnostics/report-from.ts';

it('is Markdown that is read as plain text, with lines of a log as they are', () => {
  const sections = [
    { title: 'Worker', lines: [] },
    { title: 'State', isInner: true, lines: ['one', 'two\nlines'] },
    { title: 'Log', isInner: true, isVerbatim: true, lines: ['- a', 'b'] },
  ];
  expect(reportFrom(sections)).toBe(
    '## Worker\n\n### State\n\n- one\n- two\n  lines\n\n### Log\n\n```\n- a\nb\n```\n',
  );
});

it('shows no more than the beginning of a very long line', () => {
  const text = reportFrom([{ title: 'State', lines: ['x'.repeat(5_000)] }]);
  expect(text.length).toBeLessThan(1_100);
  expect(text).toContain('x…');
});
