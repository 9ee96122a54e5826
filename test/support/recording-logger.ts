import type { Problem } from '../../main/contract/problem.ts';
import type { Logger, LogMessage } from '../../main/logging/logger.ts';
import { inEnglish } from './in-english.ts';

/** Keeps what is logged, as `level subject: message`. */
export class RecordingLogger implements Logger {
  readonly lines: string[] = [];

  log(level: string, subject: string, message: LogMessage): void {
    this.lines.push(`${level} ${subject}: ${textOf(message)}`);
  }
}

function textOf(message: LogMessage): string {
  if (typeof message === 'string') return message;
  const problems: readonly Problem[] = 'key' in message ? [message] : message;
  return problems.map(inEnglish).join(' ');
}
