import { exitOf, expect } from './support/desktop.ts';
import { SUCCESS, test } from './support/real-master.ts';
import { RealTray } from './support/real-tray.ts';

test('with a real pointer on a real tray: "Shut down gracefully" during a build', async ({
  desktop,
  master,
}) => {
  const tray = await RealTray.start();
  try {
    const app = await desktop.launch('--hidden');
    const child = app.process();
    await master.attached();
    await tray.hasIcon();
    const running = await master.startHeldBuild();

    await tray.openMenu();
    // Pause, and past Resume, which cannot be chosen.
    await tray.press('Down', 'Down', 'Return');
    await master.control.graceful(master.login.workerName);
    await master.force('quick');
    master.goOn();

    expect((await master.control.finished(running)).results).toBe(SUCCESS);
    expect(await exitOf(child)).toBe(0);
    expect(await master.control.builds()).toEqual({ [SUCCESS]: 1 });
  } finally {
    await tray.stop();
  }
});
