import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { CheckRequest, WorkerDraft } from '../../main/contract/adding/add-worker-contract.ts';
import { foreignProblem } from '../../main/contract/problem.ts';
import { textsIn } from '../../main/texts/texts.ts';
import { MAILS } from '../support/mails.ts';
import { main } from './support/main.ts';
import {
  currentPage,
  fill,
  openPage,
  openWindow,
  pageLink,
  words,
} from './support/open-window.tsx';
import { sampleView } from './support/samples.ts';

const texts = words.addWorker;
const CI = { host: 'ci.example.org', port: '9990' };
const field = (name: string) => screen.findByLabelText(name, { selector: 'input' });
const click = async (user: UserEvent, name: string) =>
  user.click(await screen.findByRole('button', { name }));
const isAt = (step: keyof typeof texts.stepTitles) =>
  screen.findByText(texts.stepTitles[step], { selector: 'h1' });
const added = () => main.argumentsOf('addWorker.add') as readonly WorkerDraft[];

function openForm() {
  return openPage('addWorker', sampleView({ workers: [] }));
}

async function fillIn(user: UserEvent): Promise<void> {
  await fill(user, await field(texts.host), 'ci.example.org');
  await fill(user, await field(texts.workerName), 'ada-laptop');
  await fill(user, await field(texts.password), 'secret');
}

describe('from the mail of an administrator to a worker that connects', () => {
  it('are 3 clicks on 2 screens, and nothing to type, with eight kinds of mail', async () => {
    const counted = { clicks: 0, keys: 0, screens: new Set<string>() };
    const user = await openForm();
    document.addEventListener('click', () => (counted.clicks += 1));
    document.addEventListener('keydown', () => (counted.keys += 1));
    expect(MAILS).toHaveLength(8);
    for (const { kind, text, settings } of MAILS) {
      main.answer({
        addWorker: {
          clipboardText: () => text,
          readTac: () => ({ ok: true, value: settings }),
        },
      });
      Object.assign(counted, { clicks: 0, screens: new Set() });
      for (const name of [texts.pasteClipboard, texts.next, texts.submit]) {
        const button = await screen.findByRole('button', { name });
        counted.screens.add(screen.getByRole('heading', { name: /^Step/ }).textContent);
        await user.click(button);
      }
      await waitFor(() => expect(currentPage()).toBe(pageLink('overview')));
      const { clicks, keys, screens } = counted;
      expect([kind, clicks, keys, screens.size]).toEqual([kind, 3, 0, 2]);
      const suggested = { port: '9989', basedir: '/home/ada/worker' };
      expect(added().at(-1)?.settings).toEqual({ ...suggested, ...settings });
      await user.click(pageLink('addWorker'));
    }
  });
});

describe('a text that was pasted', () => {
  const FIRST = 'Master: ci.example.org:9990\nName: ada-laptop\nPassword: secret';
  const SECOND = 'Worker name: other\nPassword: another';
  const found = () => screen.getByTestId('found').textContent;
  async function paste(user: UserEvent, text: string): Promise<void> {
    await user.click(await screen.findByLabelText(texts.paste));
    await user.paste(text);
  }
  const triedPasswords = () =>
    main
      .argumentsOf('addWorker.check')
      .map((argument) => argument as CheckRequest)
      .flatMap(({ settings: { host, password } }) => (password ? [`${password}@${host}`] : []));

  it('fills the form, and shows that nothing is missing in one line', async () => {
    const user = await openForm();
    await paste(user, FIRST);
    expect(await field(texts.host)).toHaveProperty('value', 'ci.example.org');
    expect(await field(texts.port)).toHaveProperty('value', '9990');
    expect(await field(texts.workerName)).toHaveProperty('value', 'ada-laptop');
    expect(found()).toContain(texts.complete);
    expect(found()).not.toContain(texts.replaced);
    expect(await screen.findByText(texts.allWell)).toBeDefined();
    expect(screen.queryByTestId('check-login')).toBeNull();
    await click(user, texts.showChecks);
    expect(screen.getByTestId('check-login').textContent).toContain('login is well.');
  });

  it('begins from nothing, shows that, and never tries a password at a host that it did not come with', async () => {
    const user = await openForm();
    await paste(user, FIRST);
    await screen.findByText(texts.allWell);
    await paste(user, SECOND);
    await waitFor(() => expect(found()).toContain(texts.replaced));
    expect(await field(texts.host)).toHaveProperty('value', '');
    expect(await field(texts.workerName)).toHaveProperty('value', 'other');
    await click(user, texts.undo);
    expect(await field(texts.host)).toHaveProperty('value', 'ci.example.org');
    expect(await field(texts.password)).toHaveProperty('value', 'secret');
    expect(document.activeElement).toBe(screen.getByLabelText(texts.paste));
    expect(new Set(triedPasswords())).toEqual(new Set(['secret@ci.example.org']));
  });

  it('completes the one before it when the user asks for that', async () => {
    const user = await openForm();
    await paste(user, 'Master: ci.example.org:9990');
    await paste(user, SECOND);
    await click(user, texts.join);
    expect(await field(texts.host)).toHaveProperty('value', 'ci.example.org');
    expect(await field(texts.port)).toHaveProperty('value', '9990');
    expect(screen.queryByRole('button', { name: texts.join })).toBeNull();
    await waitFor(() => expect(triedPasswords()).toContain('another@ci.example.org'));
  });

  it('gives its password to a host that was typed only at the user’s word', async () => {
    const user = await openForm();
    await paste(user, FIRST);
    await screen.findByText(texts.allWell);
    await fill(user, await field(texts.host), 'other.example.org');
    await user.tab();
    const held = await screen.findByTestId('held-back');
    expect(held.textContent).toContain(texts.heldBack('ci.example.org', 'other.example.org'));
    await click(user, texts.next);
    expect(await isAt('master')).toBeDefined();
    expect(triedPasswords()).not.toContain('secret@other.example.org');
    await click(user, texts.release('other.example.org'));
    await waitFor(() => expect(triedPasswords()).toContain('secret@other.example.org'));
    expect(screen.queryByTestId('held-back')).toBeNull();
  });

  it('names what was not taken from it, and why', async () => {
    const user = await openForm();
    await paste(
      user,
      'create-worker --usepty=0 -n --log-size=9 --weird /w ci.example.org ada-laptop secret',
    );
    for (const sentence of [
      texts.notTaken.unknown('--weird'),
      texts.notTaken.obsolete('--usepty'),
      texts.notTaken.overruled('--log-size'),
    ]) {
      await waitFor(() => expect(found()).toContain(sentence));
    }
  });

  it('leaves the folded part closed, unless something in it has to be fixed', async () => {
    const user = await openForm();
    const advanced = () => screen.getByRole('button', { name: texts.advanced });
    await paste(user, `${FIRST}\n--keepalive=60`);
    await screen.findByText(texts.allWell);
    expect(advanced().getAttribute('aria-expanded')).toBe('false');
    await click(user, texts.next);
    expect((await screen.findByTestId('master-summary')).textContent).toContain('60');
  });

  it('is not there at first: then a rehearsal is offered', async () => {
    main.answer({ addWorker: { clipboardText: () => 'nothing of use' } });
    const user = await openForm();
    expect(await screen.findByTestId('try-first')).toBeDefined();
    await click(user, texts.pasteClipboard);
    await waitFor(() => expect(found()).toContain(texts.foundNothing));
    await click(user, words.rehearsal.title);
    expect(currentPage()).toBe(pageLink('rehearsal'));
  });
});

it('begins with no example as a value, in any language', async () => {
  main.answer({ hostinfo: { fillIn: () => ({ admin: undefined, host: 'ein Rechner' }) } });
  const german = textsIn('de');
  const user = await openWindow(sampleView({ workers: [], language: 'de' }));
  const navigation = within(screen.getByRole('navigation'));
  await user.click(navigation.getByRole('button', { name: german.addWorker.title }));
  const values = () =>
    [...document.querySelectorAll<HTMLInputElement>('.page input, .page textarea')]
      .map(({ value }) => value)
      .filter((value) => value !== '');
  await waitFor(() => expect(values()).toEqual(['9989']));
  await user.click(screen.getByRole('textbox', { name: german.addWorker.paste }));
  await user.paste('Server: ci:1\nName: ada\nPasswort: geheim');
  await user.click(screen.getByRole('button', { name: german.addWorker.next }));
  await waitFor(() => expect(values()).toEqual(['/home/ada/worker', 'ein Rechner']));
});

describe('a link that was opened', () => {
  const LINK = 'buildbot-worker:add?host=ci.example.org&port=9990&name=ada-laptop&password=x';
  const checked = () => main.argumentsOf('addWorker.check');
  const opened = (link: string) => {
    main.answer({ addWorker: { takeLink: () => link } });
    act(() => main.emit('addWorker.linkOpened', undefined));
  };

  it('fills the form, is tried by nobody, and carries no password', async () => {
    const user = await openForm();
    await field(texts.host);
    opened(LINK);
    await waitFor(async () => expect(await field(texts.host)).toHaveProperty('value', CI.host));
    expect(await field(texts.port)).toHaveProperty('value', CI.port);
    expect(await field(texts.workerName)).toHaveProperty('value', 'ada-laptop');
    expect(await field(texts.password)).toHaveProperty('value', '');
    const found = screen.getByTestId('found').textContent;
    expect(found).toContain(texts.fromLink);
    expect(found).toContain(texts.notTaken.secret('password'));
    expect(screen.getByTestId('check-name').dataset.state).toBe('waiting');
    expect(checked()).toEqual([]);
    await fill(user, await field(texts.password), 'secret');
    await user.tab();
    expect(await screen.findByText(texts.allWell)).toBeDefined();
  });

  it('takes the password of another project out of the form', async () => {
    const user = await openForm();
    await fillIn(user);
    opened(LINK);
    await waitFor(async () => expect(await field(texts.password)).toHaveProperty('value', ''));
    await click(user, texts.undo);
    expect(await field(texts.password)).toHaveProperty('value', 'secret');
  });

  it('waits for the page when it was opened before', async () => {
    main.answer({ addWorker: { takeLink: () => LINK } });
    await openForm();
    await waitFor(async () => expect(await field(texts.host)).toHaveProperty('value', CI.host));
    expect(checked()).toEqual([]);
  });
});

describe('the form for a new worker', () => {
  it('adds a worker in two steps', async () => {
    const user = await openForm();
    await fillIn(user);
    await click(user, texts.next);
    await isAt('machine');
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
    await click(user, texts.submit);
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
    await click(user, texts.advanced);
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
    await click(user, texts.submit);
    await waitFor(() => expect(added()[0]?.settings.keepalive).toBe('300'));
  });

  it('asks for host and port side by side, in few words', async () => {
    await openForm();
    const port = await field(texts.port);
    expect(port.getAttribute('aria-describedby')).toBeNull();
  });
});
