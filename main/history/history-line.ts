import { z } from 'zod';
import { BUILD_OUTCOMES, type BuildDetails } from '../contract/builds/build-history.ts';

const commandEnd = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('exited'),
    rc: z.number().optional(),
    reason: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('failed'), sentence: z.string() }),
  z.object({ kind: z.literal('interrupted') }),
  z.object({ kind: z.literal('dropped') }),
]);

const command = z.object({
  commandId: z.string(),
  name: z.string(),
  summary: z.string(),
  argv: z.array(z.string()).optional(),
  workdir: z.string().optional(),
  startedAt: z.number(),
  durationMs: z.number().optional(),
  outputBytes: z.number(),
  end: commandEnd.optional(),
  isFailure: z.boolean(),
  isOutputKept: z.literal(true).exactOptional(),
});

const endedProcesses = z.object({ names: z.array(z.string()), count: z.number() });

const build = z.object({
  id: z.string().min(1),
  builderName: z.string(),
  startedAt: z.number(),
  endedAt: z.number().optional(),
  outcome: z.enum(BUILD_OUTCOMES),
  commandCount: z.number(),
  failedCount: z.number(),
  outputBytes: z.number(),
  commands: z.array(command),
  leftovers: endedProcesses.optional(),
  endedWithCommands: endedProcesses.optional(),
});

/** A build as the file holds it: once when it has begun, and once more when it has ended. */
const historyLine = z.object({ version: z.literal(1), build });

export function formatHistoryLine(details: BuildDetails): string {
  return `${JSON.stringify({ version: 1, build: details })}\n`;
}

/** Undefined for a line that was torn, or that a later Buildtray wrote. */
export function parseHistoryLine(text: string): BuildDetails | undefined {
  const parsed = historyLine.safeParse(jsonFrom(text));
  return parsed.success ? (parsed.data.build as BuildDetails) : undefined;
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
