import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { BuildDetails, CommandRecord } from '../../main/contract/builds/build-history.ts';
import type { CommandText } from '../../main/contract/builds/kept-output.ts';
import { main } from './support/main.ts';
import { fill, openPage, words } from './support/open-window.tsx';
import { sampleBuild } from './support/samples.ts';

const texts = words.builds.output;

function command(changes: Partial<CommandRecord>): CommandRecord {
  return {
    commandId: 'c1',
    name: 'shell',
    summary: './configure',
    argv: undefined,
    workdir: undefined,
    startedAt: 1,
    durationMs: 1,
    outputBytes: 9,
    end: { kind: 'exited', rc: 0 },
    isFailure: false,
    isOutputKept: true,
    ...changes,
  };
}

const MAKE = { commandId: 'c2', summary: 'make all', isFailure: true } as const;
const BUILD: BuildDetails = {
  ...sampleBuild({ outcome: 'errors', failedCount: 1, commandCount: 3 }),
  commands: [
    command({}),
    command({ ...MAKE, end: { kind: 'exited', rc: 2 } }),
    command({ commandId: 'c3', summary: 'cp a b' }),
  ],
};
const PRINTED: CommandText = {
  pieces: [
    { stream: 'stdout', text: 'gcc -c a.c\n\u001b[31mgcc\u001b[0m -c b.c\n' },
    { stream: 'stderr', text: 'b.c:3: error: no semicolon\n' },
    { stream: 'stdout', text: 'make: *** Error 1\n' },
  ],
  isCut: false,
};

async function chooseBuild(build = BUILD, printed: () => CommandText | undefined = () => PRINTED) {
  const page = { builds: [build], offset: 0, count: 1, builderNames: ['linux'], kept: 1 };
  main.answer({ builds: { find: () => page, details: () => build, output: printed } });
  const user = await openPage('builds');
  await user.click(await screen.findByRole('button', { name: 'linux' }));
  await screen.findByTestId('commands');
  return user;
}

const shownCommands = () =>
  within(screen.getByTestId('commands'))
    .getAllByText(/configure|make all|cp a b/, { selector: 'code' })
    .map(({ textContent }) => textContent);
/** What it hides is a part of its name. */
const failedOnly = () =>
  screen.queryByRole('switch', { name: (name) => name.startsWith(texts.failedOnly) });
const output = () => screen.findByRole('region', { name: texts.of('make all') });
const visited = () => document.querySelector('[data-visited]')?.textContent;

describe('the kept output of a build', () => {
  it('is opened at the failure', async () => {
    await chooseBuild();
    expect((await output()).textContent).toContain('gcc -c a.c');
    expect(main.argumentsOf('builds.output')).toEqual([
      { workerId: 'w1', buildId: 'b1', commandId: 'c2' },
    ]);
    expect(visited()).toBe('b.c:3: error: no semicolon');
  });

  it('of a build with errors hides the commands that did not fail, until they are wanted', async () => {
    const user = await chooseBuild();
    expect(shownCommands()).toEqual(['make all']);
    expect(screen.getByText(texts.hidden(2))).toBeDefined();
    await user.click(failedOnly() as HTMLElement);
    expect(shownCommands()).toEqual(['./configure', 'make all', 'cp a b']);
  });

  it('of a build without errors is opened command by command', async () => {
    const commands = [command({}), command({ ...MAKE, isFailure: false })];
    const user = await chooseBuild({ ...BUILD, outcome: 'ok', commands });
    expect(failedOnly()).toBeNull();
    expect(main.argumentsOf('builds.output')).toEqual([]);
    const [, button] = screen.getAllByRole('button', { name: texts.show });
    await user.click(button as HTMLElement);
    expect((await output()).textContent).toContain('make: *** Error 1');
    expect(visited()).toBeUndefined();
    await user.click(button as HTMLElement);
    expect(screen.queryByRole('region', { name: texts.of('make all') })).toBeNull();
  });

  it('is searched, and gone through in a circle', async () => {
    const user = await chooseBuild();
    await output();
    const field = screen.getByRole('searchbox', { name: texts.search });
    await fill(user, field, 'GCC');
    expect(visited()).toBe('gcc -c a.c');
    expect(screen.getByText(texts.place(1, 2))).toBeDefined();
    // A coloured one, too.
    await user.keyboard('{Enter}');
    expect(visited()).toBe('gcc -c b.c');
    await user.keyboard('{Enter}');
    expect(visited()).toBe('gcc -c a.c');
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(visited()).toBe('gcc -c b.c');
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'gcc',
      'gcc',
    ]);
    await user.click(screen.getByRole('button', { name: texts.toFailure }));
    expect(visited()).toBe('b.c:3: error: no semicolon');
    await fill(user, field, 'no such');
    expect(screen.getByText(texts.none)).toBeDefined();
  });

  it('has its search at Ctrl+F', async () => {
    const user = await chooseBuild();
    (await output()).focus();
    await user.keyboard('{Control>}f{/Control}');
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: texts.search }));
  });

  it('is copied without its colours', async () => {
    const user = await chooseBuild();
    await output();
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await user.click(screen.getByRole('button', { name: words.common.copyThis(texts.copy) }));
    expect(write).toHaveBeenCalledWith(
      'gcc -c a.c\ngcc -c b.c\nb.c:3: error: no semicolon\nmake: *** Error 1\n',
    );
  });

  it('is saved as a file; what prevents it is reported', async () => {
    const user = await chooseBuild();
    await output();
    const save = screen.getByRole('button', { name: texts.save });
    await user.click(save);
    expect(main.argumentsOf('builds.saveOutput')).toEqual([
      { workerId: 'w1', buildId: 'b1', commandId: 'c2' },
    ]);
    expect(await screen.findByText(texts.saved)).toBeDefined();
    main.answer({ builds: { saveOutput: () => ({ ok: false, problem: 'The disk is full.' }) } });
    await user.click(save);
    expect(await screen.findByText('The disk is full.')).toBeDefined();
  });

  it('is shown larger', async () => {
    const user = await chooseBuild();
    await output();
    await user.click(screen.getByRole('button', { name: texts.enlarge }));
    const large = await screen.findByRole('dialog', { name: texts.of('make all') });
    const pane = await within(large).findByRole('region', { name: texts.show });
    expect(pane.textContent).toContain('make: *** Error 1');
    expect(within(large).queryByRole('button', { name: texts.enlarge })).toBeNull();
  });

  it('says that only its end was kept', async () => {
    await chooseBuild(BUILD, () => ({ ...PRINTED, isCut: true }));
    expect(await screen.findByText(/^Only the last/)).toBeDefined();
  });

  it('says that it is no longer kept', async () => {
    await chooseBuild(BUILD, () => undefined);
    expect(await screen.findByText(texts.gone)).toBeDefined();
  });

  it('is offered for no command of which it was not kept', async () => {
    const { isOutputKept, ...unkept } = command({});
    expect(isOutputKept).toBe(true);
    await chooseBuild({ ...BUILD, outcome: 'ok', commands: [unkept] });
    await waitFor(() => expect(screen.queryByRole('button', { name: texts.show })).toBeNull());
  });
});
