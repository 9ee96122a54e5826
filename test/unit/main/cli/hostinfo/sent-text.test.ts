import { mkdir, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { sentText } from '../../../../../main/cli/hostinfo/sent-text.ts';
import { wordsIn } from '../../../../../main/texts/words.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

it('lists what is sent to the master and what is kept, without the password', async () => {
  await mkdir(temporary.at('info'));
  await writeFile(temporary.at('info/admin'), 'Ada\nand Grace\n');
  await writeFile(
    temporary.at('buildbot.tac'),
    `from twisted.application import service
from buildbot_worker.bot import Worker
application = service.Application('buildbot-worker')
s = Worker('ci', 9989, 'w1', 'open-sesame', '${temporary.path}', 600)
s.setServiceParent(application)
`,
  );
  const text = await sentText(temporary.path, wordsIn('en'));
  expect(text).toMatch(/^Sent to the master:\n/);
  expect(text).toContain('\n  admin: Ada\n    and Grace\n');
  expect(text).toMatch(/\nThe master and builds see these variables:\n(?:.*\n)* {2}PATH: /);
  expect(text).toMatch(/\nKept here: [^\n]+$/);
  expect(text).not.toContain('open-sesame');
});

it('fails with a sentence where no worker can run', async () => {
  await expect(sentText(temporary.path, wordsIn('en'))).rejects.toThrow('no buildbot.tac');
});
