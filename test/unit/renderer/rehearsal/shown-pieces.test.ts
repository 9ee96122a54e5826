import { expect, it } from 'vitest';
import { shownPieces } from '../../../../renderer/rehearsal/shown-pieces.ts';

it('shows what one step printed, and of its headers what runs and what became of it', () => {
  const header =
    "sh test.sh\n in dir /tmp/build (timeout 1200 secs)\n argv: [b'sh', b'test.sh']\n using PTY: False\n";
  const output = [
    { step: 'compile', stream: 'stdout', text: 'of another step\n' },
    { step: 'test', stream: 'header', text: header },
    { step: 'test', stream: 'stdout', text: ' ok 1\n' },
    { step: 'test', stream: 'header', text: '\ncommand interrupted, attempting to kill\n' },
    { step: 'test', stream: 'header', text: 'elapsedTime=0.5\n' },
  ] as const;
  expect(shownPieces(output, 'test')).toEqual([
    { stream: 'header', text: 'sh test.sh\n' },
    { stream: 'stdout', text: ' ok 1\n' },
    { stream: 'header', text: 'command interrupted, attempting to kill\n' },
  ]);
});
