import type { ElectronApplication } from '@playwright/test';
import type { BuildPlan } from '../../main/rehearsal-master/build/build-plan.ts';
import { shot } from './support/desktop.ts';
import { expect, test } from './support/scene.ts';

const LEAVES_A_DAEMON: BuildPlan = {
  builderName: 'docs',
  steps: [
    {
      name: 'daemon',
      commands: [
        {
          kind: 'shell',
          command: ['sh', '-c', 'setsid sleep 300 >/dev/null 2>&1 & echo "daemon=$!"'],
        },
      ],
    },
  ],
};

const NEXT_BUILD: BuildPlan = {
  builderName: 'docs',
  steps: [{ name: 'next', commands: [{ kind: 'shell', command: ['true'] }] }],
};

test('what a command left behind and could not be ended is listed for as long as it runs', async ({
  full: { app, page },
  master,
}) => {
  await page.getByRole('button', { name: 'Details' }).click();
  await expect(page.getByTestId('master')).toHaveText(`Master: localhost:${master.port}`);
  await expect(page.getByTestId('builders')).toHaveText(
    'Builders: docs, linux-clang, linux-gcc, nightly-full',
  );
  await refuseSignals(app);
  const notice = page.getByTestId('left-running');
  let pid: number;
  try {
    await master.startBuild(LEAVES_A_DAEMON).finished;
    // It goes on until the next build begins.
    master.startBuild(NEXT_BUILD);
    await expect(notice).toContainText('could not be ended');
    pid = Number(/\d+/.exec((await notice.textContent()) ?? '')?.[0]);
    await shot(page, 'left-running');
  } finally {
    // The app ends what it runs when the test is over.
    await allowSignals(app);
  }
  process.kill(pid, 'SIGKILL');
  await expect(notice).toBeHidden();
});

/** As for a process of another user: the system refuses every signal. */
function refuseSignals(app: ElectronApplication): Promise<void> {
  return app.evaluate(() => {
    const { kill } = process;
    const refuse = () => {
      throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
    };
    Object.assign(globalThis, { allowSignals: () => Object.assign(process, { kill }) });
    Object.assign(process, { kill: refuse });
  });
}

function allowSignals(app: ElectronApplication): Promise<void> {
  return app.evaluate(() => {
    (globalThis as unknown as { allowSignals(): void }).allowSignals();
  });
}
