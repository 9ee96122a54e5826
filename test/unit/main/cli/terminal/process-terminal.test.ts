import { expect, it, vi } from 'vitest';
import { ProcessTerminal } from '../../../../../main/cli/terminal/process-terminal.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';

it('nothing that is printed acts on the terminal, cut anywhere', () => {
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  try {
    const terminal = new ProcessTerminal(wordsIn('en'));
    terminal.print('a\u001b[2Jb\tc');
    terminal.echo('d\re');
    const bytes = Buffer.from('\u202eü\n');
    for (const byte of bytes) terminal.write(Uint8Array.of(byte));
  } finally {
    write.mockRestore();
  }
  expect(written.join('')).toBe('a\\x1b[2Jb\tc\nd\\re\n\\u202eü\n');
});
