import { expect, it } from 'vitest';
import { readTac } from '../../../../../main/basedir/tac/read-tac.ts';
import { valueOfEntry } from '../../../../../main/basedir/tac/value-of-entry.ts';

it('is what a literal says, what known code comes to, and nothing for other code', () => {
  const call = "s = Worker('ci', 9000 + 989, name(), None)";
  const text = `from buildbot_worker.bot import Worker\n${call}\n`;
  const { settings } = readTac(text, 'buildbot.tac');
  const values = (['buildmaster_host', 'port', 'workername', 'passwd', 'umask'] as const).map(
    (name) => valueOfEntry(settings.get(name)),
  );
  expect(values).toEqual(['ci', 9989, undefined, null, undefined]);
});
