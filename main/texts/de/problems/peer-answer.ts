import type { PeerAnswer } from '../../../contract/problems/reaching.ts';
import { assertNever } from '../../../lib/assert-never.ts';

/** What a port does, in words after its name. */
export function peerAnswerText(answer: PeerAnswer): string {
  switch (answer.kind) {
    case 'pb':
      return 'spricht Perspective Broker';
    case 'http':
      return 'spricht HTTP, wie eine Webseite oder der Port eines Masters für MessagePack';
    case 'ssh':
      return 'spricht SSH';
    case 'line':
      return `antwortet mit „${answer.line}“`;
    case 'closed':
      return 'hat die Verbindung ohne ein Wort geschlossen';
    case 'closed-when-asked':
      return 'hat auf eine Frage gewartet und dann die Verbindung geschlossen, wie ein Port mit TLS (use_tls = True oder create-worker --use-tls)';
    case 'open-web-socket':
      return 'bietet allen einen WebSocket an, was kein Master tut';
    case 'failed':
      return `hat versagt (${answer.message})`;
    default:
      return assertNever(answer);
  }
}
