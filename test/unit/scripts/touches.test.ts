import { describe, expect, it } from 'vitest';
import { kinds, programFiles } from '../../../scripts/touches/measures.mjs';

const FILES = [
  { path: 'main/worker-settings/table.ts', text: "row({ name: 'numcpus', tac: 'numcpus' })" },
  { path: 'main/worker-settings/table.ts', text: "row({ name: 'proxyUser' })" },
  { path: 'main/transport/tunnel.ts', text: 'login.user' },
  { path: 'main/texts/en/problems/reaching.ts', text: 'use proxy-user' },
  { path: 'main/texts/en/settings.ts', text: 'numcpus: label' },
  { path: 'main/worker/info.ts', text: '// numcpus is announced\nreturn cores;' },
  { path: 'main/basedir/tac.ts', text: "'delete_leftover_dirs'" },
  { path: 'main/worker/commands/rmfile.ts', text: 'export const rmfileCommand = define();' },
  { path: 'main/worker/commands/find-command.ts', text: 'const ALL = [rmfileCommand];' },
  { path: 'main/worker/commands/paths/inside.ts', text: 'export const insideCommand = 1;' },
  { path: 'main/tray/menu.ts', text: "{ kind: 'resume' }" },
  { path: 'main/texts/en/tray.ts', text: '  resume: "Resume",' },
  { path: 'main/rehearsal/master.ts', text: "{ kind: 'resume' }" },
  { path: 'test/unit/a.test.ts', text: "'resume'" },
  { path: 'renderer/hostinfo/hostinfo-page.tsx', text: "'hostinfo'" },
  { path: 'renderer/hostinfo/hostinfo-form.ts', text: "'hostinfo'" },
  { path: 'renderer/window/pages.ts', text: "import { P } from '../hostinfo/hostinfo-page.tsx';" },
  { path: 'renderer/components/page.tsx', text: "name === 'hostinfo'" },
  { path: 'renderer/overview/overview.tsx', text: "go('hostinfo')" },
  { path: 'main/texts/en/hostinfo.ts', text: '' },
  { path: 'main/texts/en/shell.ts', text: "  hostinfo: 'Host info'," },
  { path: 'main/texts/en/overview.ts', text: "  hostinfo: 'Show the host info'," },
  { path: 'main/texts/en/problems/hostinfo.ts', text: '' },
  { path: 'main/contract/overview-contract.ts', text: "Draft['hostinfo']" },
  { path: 'main/cli/verbs/hostinfo.ts', text: "'hostinfo'" },
  { path: 'main/contract/hostinfo/hostinfo-contract.ts', text: '' },
];

function touched(kindName: RegExp, example: string) {
  const files = programFiles(FILES);
  const kind = kinds(files).find(({ name }) => kindName.test(name));
  return kind?.touched(example, files);
}

describe('what adding one touches', () => {
  it('is, for a setting, each file that knows it by any of its names; comments do not count', () => {
    expect(touched(/setting/, 'numcpus')).toEqual([
      'main/worker-settings/table.ts',
      'main/texts/en/settings.ts',
    ]);
    expect(touched(/setting/, 'deleteLeftoverDirs')).toEqual(['main/basedir/tac.ts']);
  });

  it('is, for a setting of buildtray.json, its use in the transport too, but no advice', () => {
    expect(touched(/buildtray.json/, 'proxyUser')).toEqual([
      'main/worker-settings/table.ts',
      'main/transport/tunnel.ts',
    ]);
  });

  it('is, for a request, each file that names its kind or has its words', () => {
    expect(touched(/request/, 'resume')).toEqual(['main/tray/menu.ts', 'main/texts/en/tray.ts']);
  });

  it('is, for a command, its file and the list of commands', () => {
    expect(touched(/command of/, 'rmfile')).toEqual([
      'main/worker/commands/rmfile.ts',
      'main/worker/commands/find-command.ts',
    ]);
    expect(kinds(FILES).find(({ limit }) => limit === 2)?.examples).toEqual(['rmfile']);
  });

  it('is, for a page, its folder and what names it', () => {
    expect(touched(/page/, 'hostinfo')).toEqual([
      'renderer/hostinfo/',
      'renderer/window/pages.ts',
      'renderer/components/page.tsx',
      'main/texts/en/hostinfo.ts',
      'main/contract/hostinfo/hostinfo-contract.ts',
      'main/texts/en/shell.ts',
    ]);
  });

  it('is, for a page, no verb or problem of its name, and nothing that is another page’s own', () => {
    const places = touched(/page/, 'hostinfo')?.join(' ');
    expect(places).not.toMatch(/cli|problems|overview/);
  });
});
