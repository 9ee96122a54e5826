import { expect, it } from 'vitest';
import { printJson } from '../../../../../main/cli/terminal/print-json.ts';
import { showableLines } from '../../../../../main/lib/showable.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';

it('is read back as it was by whoever parses it, and acts on no terminal', () => {
  const value = { name: 'a\u001b[2J\n\u007f\u009b31m\u202eb\ufeff' };
  const terminal = new FakeTerminal();
  printJson(value, terminal);
  expect(showableLines(terminal.stdout)).toBe(terminal.stdout);
  expect(JSON.parse(terminal.stdout)).toEqual(value);
});
