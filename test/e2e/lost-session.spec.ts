import fs from 'node:fs';
import path from 'node:path';
import { isRunning } from '../support/is-running.ts';
import { processesIn } from '../support/processes-in.ts';
import { processesNaming } from '../support/processes-naming.ts';
import { exitOf, expect } from './support/desktop.ts';
import { OwnSession } from './support/own-session.ts';
import { PASSWORD, WORKER_NAME } from './support/sample-master.ts';
import { test } from './support/scene.ts';
import { saveWorker } from './support/worker-directory.ts';

const LOSSES = {
  'the display server': (session: OwnSession) => session.loseScreen(),
  'the session bus': (session: OwnSession) => session.loseBus(),
};

for (const [what, lose] of Object.entries(LOSSES)) {
  // Chromium ends the whole app then, at once: what is left to do is done by others.
  test(`${what} is lost in a build: nothing of the app stays, and the next start's log has it`, async ({
    desktop,
    master,
  }) => {
    const login = { master: `localhost:${master.port}`, name: WORKER_NAME, password: PASSWORD };
    const basedir = saveWorker(desktop, login);
    const log = () => fs.readFileSync(path.join(basedir, 'worker.log'), 'utf8');
    const session = await OwnSession.start();
    try {
      const attached = master.attached();
      const lost = desktop.startIn(session.env);
      await lost.page();
      await attached;
      master.startBuild();
      await expect.poll(() => processesIn(path.join(basedir, 'linux-gcc'))).not.toEqual([]);
      expect(log()).not.toContain('ended without leaving');

      await lose(session);
      await exitOf(lost.child);
      const left = async () => [
        ...(await processesIn(basedir)),
        ...(await processesNaming(desktop.profileDir)),
      ];
      await expect.poll(async () => (await left()).filter(isRunning)).toEqual([]);

      const attachedAgain = master.attached();
      desktop.start();
      await attachedAgain;
      expect(log()).toContain(`process ${lost.child.pid}, ended without leaving in order`);
    } finally {
      await session.end();
    }
  });
}
