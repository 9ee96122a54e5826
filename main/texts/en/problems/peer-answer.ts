import type { PeerAnswer } from '../../../contract/problems/reaching.ts';
import { assertNever } from '../../../lib/assert-never.ts';

/** What a port does, in words after its name. */
export function peerAnswerText(answer: PeerAnswer): string {
  switch (answer.kind) {
    case 'pb':
      return 'speaks Perspective Broker';
    case 'http':
      return "speaks HTTP, like a web page or a master's port for MessagePack";
    case 'ssh':
      return 'speaks SSH';
    case 'line':
      return `answers with "${answer.line}"`;
    case 'closed':
      return 'closed the connection without an answer';
    case 'closed-when-asked':
      return 'waited to be asked and then closed the connection, like a port that speaks TLS (use_tls = True, or create-worker --use-tls)';
    case 'open-web-socket':
      return 'offers a WebSocket to everybody, which no master does';
    case 'failed':
      return `failed (${answer.message})`;
    default:
      return assertNever(answer);
  }
}
