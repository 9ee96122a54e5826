import { describe, expect, it } from 'vitest';
import { REHEARSAL_STEP_NAMES } from '../../../../../main/contract/rehearsal/rehearsal-view.ts';
import { sampleBuild } from '../../../../../main/rehearsal-master/sample/sample-build.ts';
import { sampleFiles } from '../../../../../main/rehearsal-master/sample/sample-files.ts';

describe('the build of the sample', () => {
  it('has the steps that the windows know, in their order', async () => {
    const { steps } = await sampleBuild({ platform: 'linux', pauseSeconds: 0 });
    expect(steps.map(({ name }) => name)).toEqual(REHEARSAL_STEP_NAMES);
  });

  it.each(['linux', 'win32'] as const)(
    'runs scripts that the sample has, on %s',
    async (platform) => {
      const { steps } = await sampleBuild({ platform, pauseSeconds: 3 });
      const scripts = steps.flatMap(({ name, commands }) =>
        commands.flatMap((plan) => (plan.kind === 'shell' && name !== 'checkout' ? [plan] : [])),
      );
      const paths = sampleFiles().map(({ path }) => path);
      const words = scripts.map(({ command }) => [command].flat().join(' '));
      expect(words).toHaveLength(4);
      for (const word of words) {
        expect(paths).toContain(word.replace(/^\w+ /, '').replaceAll('\\', '/'));
      }
      expect(scripts.map(({ env }) => env)).toEqual(words.map(() => ({ SAMPLE_PAUSE: '3' })));
    },
  );

  it('brings file by file what no archive could bring', async () => {
    const { steps } = await sampleBuild({ platform: 'linux', pauseSeconds: 0 });
    const brought = steps[0]?.otherwise?.flatMap((plan) =>
      plan.kind === 'downloadFile' ? [plan.to] : [],
    );
    expect(brought).toEqual(sampleFiles().map(({ path }) => path));
  });

  it('tidies up whatever came before', async () => {
    const { steps } = await sampleBuild({ platform: 'linux', pauseSeconds: 0 });
    expect(steps.filter(({ alwaysRun }) => alwaysRun).map(({ name }) => name)).toEqual(['clean']);
  });
});
