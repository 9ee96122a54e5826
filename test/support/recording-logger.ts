import type { Logger } from '../../main/logging/logger.ts';

/** Keeps what it is told, as `level subject: message`. */
export class RecordingLogger implements Logger {
  readonly lines: string[] = [];

  log(level: string, subject: string, message: string): void {
    this.lines.push(`${level} ${subject}: ${message}`);
  }
}
