import fs from 'node:fs';
import path from 'node:path';
import { CANDIDATE, InteropRig } from '../interop/support/interop-rig.ts';
import { type Desktop, exitOf, expect, test as base } from './support/desktop.ts';

const SUCCESS = 0;

const test = base.extend<{ rig: InteropRig }>({
  // A real master, and a worker's directory that the app runs.
  rig: async ({ desktop }, use) => {
    const rig = await InteropRig.withMasterOnly('life');
    await rig.makeDir(CANDIDATE, 'python');
    desktop.saveSettings({ workers: [{ basedir: rig.workerDir(CANDIDATE) }] });
    await use(rig);
    await rig.stop();
  },
});

test('a click on "Shut down gracefully" lets the build end, takes no other and ends the app', async ({
  desktop,
  trayHost,
  rig,
}) => {
  const app = await desktop.launch('--hidden');
  const child = app.process();
  const { control } = rig.master;
  await control.attached(CANDIDATE);
  const icon = await trayHost.icon();
  const running = await control.force('held', CANDIDATE);
  await expect.poll(() => fs.existsSync(path.join(rig.workerDir(CANDIDATE), 'held/build/started'))).toBe(true);
  await expect.poll(() => icon.tooltip()).toContain('Building held: ');

  await icon.choose('Shut down gracefully');
  await expect.poll(() => icon.tooltip()).toContain('Shutting down after the build of held');
  await control.graceful(CANDIDATE);
  await control.force('quick', CANDIDATE);
  fs.writeFileSync(path.join(rig.workerDir(CANDIDATE), 'held/build/go-on'), '');

  expect((await control.finished(running)).results).toBe(SUCCESS);
  expect(await exitOf(child)).toBe(0);
  expect(await control.builds()).toEqual({ [SUCCESS]: 1 });
});
