import type { UpdateSink } from '../../command.ts';

/** How a transfer ends: what the master gets last. */
export class TransferReport {
  #rc = 0;
  #reason: string | undefined;

  /** The transfer fails; the first reason is the one that is reported. */
  fail(reason?: string): void {
    this.#rc = 1;
    this.#reason ??= reason;
  }

  get hasFailed(): boolean {
    return this.#rc !== 0;
  }

  /** `rc`, then the reason; it has no newline, so it leaves when the command is flushed. */
  send(updates: UpdateSink): void {
    updates.value('rc', this.#rc);
    if (this.#reason !== undefined) updates.stderr(this.#reason);
  }
}

/** The sentence of a transfer that met `maxsize`. */
export function truncationOf(path: string): string {
  return `Maximum filesize reached, truncating file '${path}'`;
}
