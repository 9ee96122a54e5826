import { expect, it, vi } from 'vitest';
import { ProcessTerminal } from '../../../../../main/cli/terminal/process-terminal.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';

it('a line that is printed begins no other', () => {
  const written: string[] = [];
  const keep = (text: unknown): boolean => written.push(String(text)) > 0;
  const writes = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(keep),
  );
  try {
    const terminal = new ProcessTerminal(wordsIn('en'));
    terminal.print('linux\nstate     Idle');
    terminal.echo('linux\nstopped');
    terminal.complain('linux\nbuildtray: forged');
  } finally {
    for (const write of writes) write.mockRestore();
  }
  expect(written).toEqual([
    'linux\\nstate     Idle\n',
    'linux\\nstopped\n',
    'linux\\nbuildtray: forged\n',
  ]);
});

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
