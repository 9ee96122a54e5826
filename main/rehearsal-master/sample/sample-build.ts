import type { BuildPlan, CommandPlan, StepPlan } from '../build/build-plan.ts';
import { sampleArchive, sampleFiles } from './sample-files.ts';

/** The builder that a rehearsal's worker gets. */
export const SAMPLE_BUILDER = 'sample';
/** What the tests write, and the master is sent. */
export const REPORT_FILENAME = 'report.txt';
const ARCHIVE_FILENAME = 'sample.tar';

export interface SampleBuildOptions {
  readonly platform: NodeJS.Platform;
  /** Seconds to wait between lines, so that people can watch; 0 for machines. */
  readonly pauseSeconds: number;
}

/**
 * A build of the sample project, with the steps of every project: sources are brought, compiled,
 * tested, a report is handed over, something is wrong with the style, and all is tidied up.
 */
export async function sampleBuild(options: SampleBuildOptions): Promise<BuildPlan> {
  const step = (name: string): CommandPlan => shellCommand(name, options);
  const steps: StepPlan[] = [
    await checkout(),
    { name: 'compile', haltOnFailure: true, commands: [step('build')] },
    { name: 'test', commands: [step('test')] },
    { name: 'upload', commands: [{ kind: 'uploadFile', from: REPORT_FILENAME }] },
    { name: 'style', commands: [step('style')] },
    { name: 'clean', alwaysRun: true, commands: [step('clean'), { kind: 'rmdir', dir: 'build' }] },
  ];
  return { builderName: SAMPLE_BUILDER, steps };
}

/** In one archive, or file by file where nothing can unpack that. */
async function checkout(): Promise<StepPlan> {
  const archive = await sampleArchive();
  const files = sampleFiles().map(
    ({ path, content }): CommandPlan => ({ kind: 'downloadFile', to: path, content }),
  );
  return {
    name: 'checkout',
    haltOnFailure: true,
    commands: [
      { kind: 'rmdir', dir: 'build' },
      { kind: 'mkdir', dir: 'build' },
      { kind: 'downloadFile', to: ARCHIVE_FILENAME, content: archive },
      { kind: 'shell', command: ['tar', '-xvf', ARCHIVE_FILENAME] },
    ],
    otherwise: files,
  };
}

function shellCommand(name: string, { platform, pauseSeconds }: SampleBuildOptions): CommandPlan {
  const env = { SAMPLE_PAUSE: String(pauseSeconds) };
  return platform === 'win32'
    ? { kind: 'shell', command: `call windows\\${name}.cmd`, env }
    : { kind: 'shell', command: ['sh', `${name}.sh`], env };
}
