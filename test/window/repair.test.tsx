import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { foreignProblem, type Problem, problem } from '../../main/contract/problem.ts';
import type {
  ConnectionProblemKind,
  WorkerStatus,
} from '../../main/contract/worker/worker-status.ts';
import { main } from './support/main.ts';
import { currentPage, fill, openWindow, pageLink, words } from './support/open-window.tsx';
import { BUILDING, sampleSettings, sampleView, sampleWorker } from './support/samples.ts';

const repairWords = words.overview.repair;
const PEER = 'ci.example.org:9989';

function failing(kind: ConnectionProblemKind, why: Problem): WorkerStatus {
  return { kind: 'error', problem: { kind, problem: why }, retryAt: undefined };
}

function openWith(status: WorkerStatus, id = 'w1') {
  return openWindow(sampleView({ workers: [sampleWorker({ id, status })] }));
}

const card = () => within(screen.getByRole('group', { name: repairWords.title }));
const connects = (workerId: string) => ({
  kind: 'request',
  workerId,
  request: { kind: 'connect' },
});

describe('a login that the master refuses', () => {
  const REFUSED = failing(
    'wrong-password',
    problem('session.wrongLogin', { peer: PEER, workerName: 'ada-laptop' }),
  );

  it('has its fields in the card, and one button saves them and tries', async () => {
    const user = await openWith(REFUSED, 'login');
    const password = await card().findByLabelText(words.settings.fields.password.label);
    await fill(user, password, 'right');
    await user.click(card().getByRole('button', { name: repairWords.saveAndTry }));
    await waitFor(() => expect(main.argumentsOf('app.perform')).toEqual([connects('login')]));
    expect(main.argumentsOf('settings.save')).toEqual([
      { workerId: 'login', version: '1', settings: { password: 'right' }, extras: {} },
    ]);
  });

  it('is not tried with what main refuses, which is shown at its field', async () => {
    const sentence = 'The keyring does not accept the password.';
    main.answer({
      settings: {
        save: () => ({ ok: false, problem: { kind: 'refused', name: 'password', sentence } }),
      },
    });
    const user = await openWith(REFUSED, 'refused');
    const password = await card().findByLabelText(words.settings.fields.password.label);
    await fill(user, password, 'right');
    await user.click(card().getByRole('button', { name: repairWords.saveAndTry }));
    expect((await card().findByRole('alert')).textContent).toBe(sentence);
    expect(main.argumentsOf('app.perform')).toEqual([]);
    await user.click(card().getByRole('button', { name: words.settings.undoAll }));
  });

  it('is tried again without changes, by the only button for that', async () => {
    const user = await openWith(REFUSED, 'again');
    await user.click(await card().findByRole('button', { name: repairWords.tryNow }));
    await waitFor(() => expect(main.argumentsOf('app.perform')).toEqual([connects('again')]));
    expect(main.argumentsOf('settings.save')).toEqual([]);
    expect(screen.queryByRole('button', { name: words.tray.requests.tryAgain })).toBeNull();
  });

  it('comes with the report of this worker for those who help', async () => {
    const user = await openWith(REFUSED, 'login');
    await user.click(card().getByRole('button', { name: words.preferences.showDiagnostics }));
    expect(await screen.findByText(/# Buildtray diagnostics/)).toBeDefined();
    expect(main.argumentsOf('preferences.diagnose')).toEqual(['login']);
  });

  it('is copied for the administrator, without a secret', async () => {
    const user = await openWith(REFUSED, 'ask');
    await user.click(card().getByRole('button', { name: repairWords.ask }));
    const text = await navigator.clipboard.readText();
    expect(text).toContain('My Buildbot worker ada-laptop cannot work for ci.example.org:9989');
    expect(text).toContain('refused the login');
    expect(text).toMatch(/Seen at \d{4}-.*Z, with Buildtray 1\.2\.3\./);
  });
});

describe('a port that code computes', () => {
  const code = "int(os.environ.get('PORT', 19989))";
  const place = { path: '/home/ada/worker/buildbot.tac', line: 4 };
  const COMPUTED = failing('directory', problem('tac.computes', { place, setting: 'port', code }));

  it('is written as the value that the code names, after the difference was shown', async () => {
    const page = sampleSettings();
    const why = problem('tac.keepsComputed', { place, setting: 'port', code });
    const settings = page.settings.map((setting) =>
      setting.name === 'port'
        ? ({ kind: 'computed', name: 'port', line: 4, code, problem: why } as const)
        : setting,
    );
    main.answer({
      settings: {
        load: () => ({ ok: true, value: { ...page, settings, tacText: 's = Worker(h, port)\n' } }),
        preview: () => 's = Worker(h, 19989)\n',
      },
    });
    const user = await openWith(COMPUTED, 'computed');
    expect(await card().findByText(code)).toBeDefined();
    await user.click(card().getByRole('button', { name: words.settings.writeInstead('19989') }));
    expect((await card().findByTestId('changes')).textContent).toContain('+s = Worker(h, 19989)');
    expect(main.argumentsOf('settings.save')).toEqual([]);
    await user.click(card().getByRole('button', { name: repairWords.saveAndTry }));
    await waitFor(() =>
      expect(main.argumentsOf('settings.save')).toMatchObject([{ settings: { port: 19_989 } }]),
    );
  });

  it('leads to its file, and to the page that shows it', async () => {
    const user = await openWith(COMPUTED, 'file');
    await user.click(card().getByRole('button', { name: repairWords.showFile }));
    expect(main.argumentsOf('overview.showFile')).toEqual(['file']);
    await user.click(card().getByRole('button', { name: words.overview.toSettings }));
    expect(currentPage()).toBe(pageLink('settings'));
  });
});

describe('a directory that is gone', () => {
  const GONE = failing(
    'directory',
    problem('directory.directoryMissing', { path: '/home/ada/worker' }),
  );

  it('is located, and a refusal is reported', async () => {
    const user = await openWith(GONE);
    await user.click(card().getByRole('button', { name: repairWords.locate }));
    expect(main.argumentsOf('overview.locate')).toEqual(['w1']);
    main.answer({ overview: { locate: () => ({ ok: false, problem: 'No worker there.' }) } });
    await user.click(card().getByRole('button', { name: repairWords.locate }));
    expect(await screen.findByText('No worker there.')).toBeDefined();
  });

  it('leaves no buttons beside its card that could not be pressed', async () => {
    await openWith(GONE);
    const worker = within(screen.getByRole('region', { name: 'ada-laptop' }));
    expect(worker.queryByRole('button', { name: words.overview.pauseMenu })).toBeNull();
    expect(worker.queryByRole('button', { name: words.tray.requests.disconnect })).toBeNull();
  });

  it('lets the worker go', async () => {
    const user = await openWith(GONE);
    await user.click(card().getByRole('button', { name: words.workers.remove }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: words.workers.removeNow }));
    expect(main.argumentsOf('overview.remove')).toEqual([
      { workerId: 'w1', deletesDirectory: false },
    ]);
  });
});

describe('a certificate that is not trusted', () => {
  const PIN = `sha256:${'ab'.repeat(32)}`;
  const unknown = (reason: 'self-signed' | { kind: 'other-pin'; pin: string }): WorkerStatus =>
    failing(
      'unknown-issuer',
      problem('reaching.noSecureConnection', {
        peer: PEER,
        reason: reason === 'self-signed' ? { kind: reason } : reason,
      }),
    );

  it('is shown by its fingerprint, and trusted by a click', async () => {
    main.answer({ overview: { certificate: () => PIN } });
    const user = await openWith(unknown('self-signed'), 'tls');
    expect(await card().findByText(PIN)).toBeDefined();
    await user.click(card().getByRole('button', { name: words.addWorker.trust }));
    await waitFor(() => expect(main.argumentsOf('app.perform')).toEqual([connects('tls')]));
    expect(main.argumentsOf('settings.save')).toEqual([
      { workerId: 'tls', version: '1', settings: {}, extras: { tlsPin: PIN } },
    ]);
  });

  it('that has changed is trusted only after a warning, without looking at it again', async () => {
    await openWith(unknown({ kind: 'other-pin', pin: PIN }));
    expect(await card().findByText(PIN)).toBeDefined();
    expect(card().getByText(repairWords.trustNewHelp)).toBeDefined();
    expect(main.argumentsOf('overview.certificate')).toEqual([]);
  });

  it('offers no trust where none helps, and still the other ways', async () => {
    await openWith(unknown('self-signed'), 'none');
    await waitFor(() => expect(card().queryByText(repairWords.readsCertificate)).toBeNull());
    expect(card().queryByRole('button', { name: words.addWorker.trust })).toBeNull();
    expect(await card().findByLabelText(words.settings.fields.tlsAuthorities.label)).toBeDefined();
  });
});

describe('a card', () => {
  it('gives the command that lets a directory be used', async () => {
    const path = "/home/ada/it's mine";
    await openWith(failing('directory', problem('directory.directoryUnwritable', { path })));
    expect(card().getByText("chmod u+rwx '/home/ada/it'\\''s mine'")).toBeDefined();
  });

  it('is calm while waiting may help, and shows on request what can be done', async () => {
    const lost = problem('session.closedByMaster', { peer: PEER, message: '' });
    const user = await openWith({
      kind: 'connecting',
      attempt: 2,
      retryAt: undefined,
      problem: { kind: 'closed-by-master', problem: lost },
    });
    expect(card().queryByRole('button', { name: repairWords.ask })).toBeNull();
    await user.click(card().getByRole('button', { name: repairWords.whatToDo }));
    expect(card().getByRole('button', { name: repairWords.ask })).toBeDefined();
  });

  it('is none where nothing is wrong', async () => {
    await openWith({ kind: 'stopped', why: problem('session.disconnectedByUser') });
    expect(screen.queryByTestId('repair')).toBeNull();
  });

  it('shows a worker that gave up why, and how to go on', async () => {
    const user = await openWith({ kind: 'stopped', why: foreignProblem('It is broken.') });
    await user.click(card().getByRole('button', { name: repairWords.whatToDo }));
    expect(card().getByRole('button', { name: repairWords.ask })).toBeDefined();
  });
});

describe('a drain that was cancelled', () => {
  it('shows that the master gives nothing yet, and reconnects at once on request', async () => {
    const user = await openWith({ ...BUILDING, isStillLeaving: true });
    expect(screen.getByTestId('state').textContent).toBe(words.overview.stillLeaving);
    expect(screen.getByTestId('still-leaving').textContent).toBe(words.overview.stillLeavingHelp);
    await user.click(
      screen.getByRole('button', { name: words.overview.moreActions('ada-laptop') }),
    );
    await user.click(
      await screen.findByRole('menuitem', { name: words.tray.requests.reconnectNow }),
    );
    expect(main.argumentsOf('app.perform')).toEqual([
      { kind: 'request', workerId: 'w1', request: { kind: 'reconnect', when: 'now' } },
    ]);
  });
});
