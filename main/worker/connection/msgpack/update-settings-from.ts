import { z } from 'zod';
import type { UpdateSettings } from '../../updates/command-updates.ts';
import { newlineRuleFrom } from '../../updates/newlines.ts';

/** What a batch may hold at most: it is memory of ours. */
const LARGEST_BUFFER_BYTES = 1024 * 1024;
/** Output that follows a silence leaves after this, however long the master asks for. */
const FIRST_DELAY_MS = 250;

const schema = z.object({
  buffer_size: z.number().int().positive(),
  /** Seconds. */
  buffer_timeout: z.number().nonnegative(),
  newline_re: z.string().refine(isPattern, 'it is no regular expression that Buildtray can use'),
  /** A line of one character would leave no room for its newline. */
  max_line_length: z.number().int().min(2),
});

/**
 * The master's settings for the output of commands to come. All four are required.
 *
 * Errors: throws an Error whose text names the setting.
 */
export function updateSettingsFrom(args: unknown): UpdateSettings {
  const read = schema.safeParse(args);
  if (!read.success) throw new Error(`set_worker_settings: ${problemOf(read.error)}`);
  const { buffer_size, buffer_timeout, newline_re, max_line_length } = read.data;
  const delayMs = buffer_timeout * 1000;
  return {
    bufferSizeBytes: Math.min(buffer_size, LARGEST_BUFFER_BYTES),
    firstDelayMs: Math.min(FIRST_DELAY_MS, delayMs),
    delayMs,
    maxLineLength: max_line_length,
    newlinePattern: newline_re,
  };
}

function isPattern(text: string): boolean {
  try {
    newlineRuleFrom(text);
    return true;
  } catch {
    return false;
  }
}

function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const setting = issue?.path.map(String).join('.');
  return setting ? `the setting ${setting} is wrong: ${issue?.message}` : 'it takes a dictionary';
}
