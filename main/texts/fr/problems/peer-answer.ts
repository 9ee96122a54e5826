import type { PeerAnswer } from '../../../contract/problems/reaching.ts';
import { assertNever } from '../../../lib/assert-never.ts';

/** What a port does, in words after its name. */
export function peerAnswerText(answer: PeerAnswer): string {
  switch (answer.kind) {
    case 'pb':
      return 'parle Perspective Broker';
    case 'http':
      return 'parle HTTP, comme une page web ou le port d’un master pour MessagePack';
    case 'ssh':
      return 'parle SSH';
    case 'line':
      return `répond « ${answer.line} »`;
    case 'closed':
      return 'a fermé la connexion sans répondre';
    case 'closed-when-asked':
      return 'a attendu une question puis fermé la connexion, comme un port qui parle TLS (use_tls = True, ou create-worker --use-tls)';
    case 'open-web-socket':
      return 'propose un WebSocket à tout le monde, ce qu’aucun master ne fait';
    case 'failed':
      return `a échoué (${answer.message})`;
    default:
      return assertNever(answer);
  }
}
