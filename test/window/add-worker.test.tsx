import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { WorkerDraft } from '../../main/contract/adding/add-worker-contract.ts';
import { foreignProblem } from '../../main/contract/problem.ts';
import { main } from './support/main.ts';
import { currentPage, fill, openPage, pageLink, words } from './support/open-window.tsx';
import { sampleView } from './support/samples.ts';

const texts = words.addWorker;
const field = (name: string) => screen.findByLabelText(name, { selector: 'input' });
const click = async (user: UserEvent, name: string) =>
  user.click(await screen.findByRole('button', { name }));
const isAt = (step: keyof typeof texts.stepTitles) =>
  screen.findByText(texts.stepTitles[step], { selector: 'h2' });
const added = () => main.argumentsOf('addWorker.add') as readonly WorkerDraft[];

function openForm() {
  return openPage('addWorker', sampleView({ workers: [] }));
}

async function fillIn(user: UserEvent): Promise<void> {
  await fill(user, await field(texts.host), 'ci.example.org');
  await fill(user, await field(texts.workerName), 'ada-laptop');
  await fill(user, await field(texts.password), 'secret');
}

describe('the form for a new worker', () => {
  it('adds a worker in three steps', async () => {
    const user = await openForm();
    await fillIn(user);
    await click(user, texts.next);
    await isAt('machine');
    await click(user, texts.next);
    await isAt('summary');
    await click(user, texts.submit);
    await waitFor(() => expect(currentPage()).toBe(pageLink('overview')));
    expect(added()).toEqual([
      {
        settings: {
          host: 'ci.example.org',
          port: '9989',
          workerName: 'ada-laptop',
          password: 'secret',
          basedir: '/home/ada/worker',
        },
        hostinfo: { admin: 'Ada <ada@example.org>', host: 'a laptop', accessUri: '' },
        isRelocatable: false,
      },
    ]);
  });

  it('adopts what was pasted, and shows what is missing', async () => {
    const user = await openForm();
    await user.click(await screen.findByLabelText(texts.paste));
    await user.paste('buildbot-worker create-worker ~/w ci.example.org:9990 ada-laptop secret');
    expect(await field(texts.host)).toHaveProperty('value', 'ci.example.org');
    expect(await field(texts.port)).toHaveProperty('value', '9990');
    expect(await field(texts.workerName)).toHaveProperty('value', 'ada-laptop');
    expect(screen.getByTestId('found').textContent).toContain(texts.complete);
  });

  it('does not go on without what everybody has to fill in', async () => {
    const user = await openForm();
    await fill(user, await field(texts.host), 'ci.example.org');
    await click(user, texts.next);
    const sentences = (await screen.findAllByRole('alert')).map(({ textContent }) => textContent);
    expect(sentences).toEqual([texts.problems.workerName, texts.problems.password]);
    await waitFor(async () => expect(document.activeElement).toBe(await field(texts.workerName)));
  });

  it('goes on after a check that has failed only when asked once more', async () => {
    main.answer({
      addWorker: {
        check: ({ id }) => ({
          id,
          state: 'failed',
          finding: foreignProblem('No such host.'),
          help: undefined,
        }),
      },
    });
    const user = await openForm();
    await fillIn(user);
    await click(user, texts.next);
    await click(user, texts.anyway);
    expect(await isAt('machine')).toBeDefined();
  });

  it('leads back to the field that main refuses', async () => {
    const problem = [{ field: 'basedir', sentence: 'It is not empty.' }] as const;
    main.answer({ addWorker: { add: () => ({ ok: false, problem }) } });
    const user = await openForm();
    await fillIn(user);
    await click(user, texts.next);
    await isAt('machine');
    await click(user, texts.next);
    await click(user, texts.submit);
    await isAt('machine');
    expect((await screen.findByRole('alert')).textContent).toBe('It is not empty.');
  });

  it('gives the login to main only once it is settled', async () => {
    const user = await openForm();
    await fillIn(user);
    await waitFor(() => expect(screen.getByTestId('check-speaks').dataset.state).toBe('passed'));
    const ids = () =>
      main.argumentsOf('addWorker.check').map((check) => (check as { id: string }).id);
    expect(ids()).not.toContain('login');
    await user.tab();
    await waitFor(() => expect(ids()).toContain('login'));
  });

  it('trusts a certificate once its pin was compared', async () => {
    main.answer({
      addWorker: {
        check: ({ id }) => ({
          id,
          state: id === 'certificate' ? 'failed' : 'passed',
          finding: foreignProblem('Well.'),
          help: undefined,
          pin: id === 'certificate' ? 'sha256:ab' : undefined,
        }),
      },
    });
    const user = await openForm();
    await fillIn(user);
    await click(user, texts.trust);
    const { fields } = words.settings;
    expect(await screen.findByLabelText(fields.tlsPin.label)).toHaveProperty('value', 'sha256:ab');
  });

  it('adopts a directory that another worker has worked in', async () => {
    main.answer({
      addWorker: {
        chooseDirectory: () => '/old',
        lookAt: (path) => ({
          ok: true,
          value: {
            kind: 'worker',
            path,
            workerName: 'old-laptop',
            upgrade: ['Bring buildbot.tac up to date.'],
            whyNoUpgrade: undefined,
            problem: undefined,
            passwordPlace: undefined,
          },
        }),
      },
    });
    const user = await openForm();
    await click(user, texts.existing);
    const old = within(await screen.findByTestId('old-worker'));
    await user.click(old.getByRole('button', { name: texts.upgrade }));
    expect(main.argumentsOf('addWorker.openDirectory')).toEqual([{ path: '/old', upgrades: true }]);
    await waitFor(() => expect(currentPage()).toBe(pageLink('overview')));
  });

  it('has every other setting in its folded part', async () => {
    const user = await openForm();
    await fillIn(user);
    await click(user, texts.advanced);
    const { label } = words.settings.fields.keepalive;
    await fill(user, await field(label), '300');
    await click(user, texts.next);
    await isAt('machine');
    await click(user, texts.next);
    await isAt('summary');
    await click(user, texts.submit);
    await waitFor(() => expect(added()[0]?.settings.keepalive).toBe('300'));
  });

  it('asks for host and port side by side, in few words', async () => {
    await openForm();
    const port = await field(texts.port);
    expect(port.getAttribute('aria-describedby')).toBeNull();
  });
});
