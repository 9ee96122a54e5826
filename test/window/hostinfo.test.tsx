import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { HostinfoView } from '../../main/contract/hostinfo/hostinfo-contract.ts';
import { main } from './support/main.ts';
import { fill, openPage, pageLink, words } from './support/open-window.tsx';
import { sampleView, sampleWorker } from './support/samples.ts';

const texts = words.hostinfo;
const field = (name: string) => screen.findByRole('textbox', { name });
const saveButton = () => screen.getByRole('button', { name: words.common.save });

function view(changes: Partial<HostinfoView> = {}): HostinfoView {
  const files = [{ name: 'admin', text: 'Ada\n', sharedPath: undefined }];
  return { infoDir: '/home/ada/worker/info', files, problems: [], ...changes };
}

/** Drafts outlive the page: each test has a worker of its own. */
function openHostinfo(id: string) {
  return openPage('hostinfo', sampleView({ workers: [sampleWorker({ id })] }));
}

describe('the page of host info', () => {
  it('writes only the files that were changed', async () => {
    const user = await openHostinfo('writes');
    await fill(user, await field(texts.host), 'a fast laptop');
    await user.click(saveButton());
    expect(main.argumentsOf('hostinfo.save')).toEqual([
      { workerId: 'writes', name: 'host', text: 'a fast laptop\n', choice: undefined },
    ]);
    expect(await screen.findByText(words.common.savedNote.saved)).toBeDefined();
  });

  it('keeps a draft while other pages are open', async () => {
    const user = await openHostinfo('keeps');
    await fill(user, await field(texts.host), 'a fast laptop');
    await user.click(pageLink('overview'));
    await user.click(pageLink('hostinfo'));
    expect(await screen.findByDisplayValue('a fast laptop')).toBeDefined();
  });

  it('drops a draft on request', async () => {
    const user = await openHostinfo('drops');
    const host = await field(texts.host);
    await fill(user, host, 'a fast laptop');
    await user.click(screen.getByRole('button', { name: texts.undo }));
    expect(screen.queryByDisplayValue('a fast laptop')).toBeNull();
    expect(saveButton()).toHaveProperty('disabled', true);
  });

  it('asks what becomes of a link before anything is written through it', async () => {
    const files = [{ name: 'admin', text: 'Ada\n', sharedPath: '/srv/admin' }];
    main.answer({
      hostinfo: {
        load: () => view({ files }),
        save: ({ choice }) =>
          choice === undefined
            ? { ok: false, problem: { kind: 'is-link', target: '/srv/admin' } }
            : { ok: true, value: undefined },
      },
    });
    const user = await openHostinfo('link');
    await fill(user, await field(texts.admin), 'Ada Lovelace');
    await user.click(saveButton());
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: texts.replaceLink }));
    expect(main.argumentsOf('hostinfo.save').at(-1)).toEqual({
      workerId: 'link',
      name: 'admin',
      text: 'Ada Lovelace\n',
      choice: 'replace-link',
    });
  });

  it('reports a file that could not be written', async () => {
    const problem = { kind: 'failed', sentence: 'The disk is full.' } as const;
    main.answer({ hostinfo: { save: () => ({ ok: false, problem }) } });
    const user = await openHostinfo('full');
    await fill(user, await field(texts.host), 'a fast laptop');
    await user.click(saveButton());
    expect((await screen.findByRole('alert')).textContent).toBe('The disk is full.');
  });

  it('fills in what this machine is', async () => {
    const user = await openHostinfo('fills');
    await field(texts.host);
    await user.click(screen.getByRole('button', { name: texts.fillIn }));
    expect(await screen.findByDisplayValue('a laptop')).toBeDefined();
  });

  it('lists what leaves this machine, and what stays', async () => {
    await openHostinfo('sent');
    const list = within(await screen.findByTestId('withheld'));
    await waitFor(() => expect(list.getByText('GITHUB_TOKEN')).toBeDefined());
    expect(within(screen.getByTestId('only-for-builds')).getByText('CI_PROJECT')).toBeDefined();
  });
});
