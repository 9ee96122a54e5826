import { expect, it } from 'vitest';
import { systemSection } from '../../../../main/diagnostics/system-section.ts';

it('names the versions and the machine, each through the redaction', async () => {
  const { lines } = await systemSection((text) => text.replace('LANG', 'language'));
  expect(lines[0]).toMatch(/^Buildtray \d.*, compatible with buildbot-worker \d/);
  expect(lines[1]).toContain(`node ${process.versions.node}`);
  expect(lines[3]).toMatch(/processors?, .* of memory, .* free$/);
  expect(lines.at(-1)).toMatch(/^language: /);
});
