import type { TlsReason } from '../contract/problems/reaching.ts';

/** Why there is no encrypted connection, found here and not by the TLS library. */
export class TlsError extends Error {
  override readonly name: string = 'TlsError';
  readonly reason: TlsReason;

  constructor(reason: TlsReason, options?: ErrorOptions) {
    super(reason.kind, options);
    this.reason = reason;
  }
}
