import { expect, it } from 'vitest';
import { processHeader } from '../../../../../main/worker/process/process-header.ts';
import type { ProcessRequest } from '../../../../../main/worker/process/process-request.ts';

const ECHO: ProcessRequest = {
  commandLine: {
    kind: 'argv',
    words: [
      { real: 'echo', shown: 'echo' },
      { real: 'secret', shown: 'XXX Y' },
    ],
  },
  workdir: '/w/build',
};

function headerOf(request: ProcessRequest, usesPty = false): string {
  const environment = { B: '2', A: '1' };
  return processHeader({ request, environment, unicodeEncoding: 'utf-8', usesPty }).join('');
}

it('shows everything in the order of the Python worker, and hides what is to be hidden', () => {
  const header = headerOf({
    ...ECHO,
    timeoutSeconds: 1200,
    maxTimeSeconds: 1,
    logFilesShown: "{'a': 'a.log'}",
    initialStdin: 'grün',
  });
  expect(header.split('\n')).toEqual([
    "echo 'XXX Y'",
    ' in dir /w/build (timeout 1200 secs) (maxTime 1 sec)',
    " watching logfiles {'a': 'a.log'}",
    " argv: [b'echo', b'XXX Y']",
    ' environment:',
    '  A=1',
    '  B=2',
    ' writing 5 bytes to stdin',
    ' using PTY: False',
    '',
  ]);
});

it('leaves out what is not there', () => {
  const commandLine = { kind: 'text', text: 'echo "a b"' } as const;
  expect(headerOf({ ...ECHO, commandLine, logEnvironment: false, initialStdin: '' }, true)).toBe(
    'echo "a b"\n in dir /w/build\n watching logfiles {}\n argv: b\'echo "a b"\'\n using PTY: True\n',
  );
});

it('warns of a terminal that the program does not get', () => {
  expect(headerOf({ ...ECHO, usePty: true })).toMatch(
    /^WARNING: disabling usePTY for this commandecho 'XXX Y'\n/,
  );
});
