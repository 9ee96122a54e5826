import { expect, it } from 'vitest';
import { completionVerb } from '../../../../../main/cli/verbs/completion.ts';
import { requestVerbs } from '../../../../../main/cli/verbs/request-verbs.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';

it('prints the script of a shell for the verbs that there are', async () => {
  const terminal = new FakeTerminal('de');
  const completion = completionVerb(() => requestVerbs);
  expect(await completion.perform(['fish'], {}, terminal)).toBe(0);
  expect(terminal.stdout).toContain("-a resume -d 'die Pause eines Workers beenden'");
  expect(terminal.stdout).not.toContain('-a start');
});

it('offers the shells that it knows', () => {
  expect(completionVerb(() => []).args).toEqual([
    { name: 'shell', offers: ['bash', 'zsh', 'fish'] },
  ]);
});
