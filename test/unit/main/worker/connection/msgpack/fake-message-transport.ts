import { toTeardown } from '../../../../../../main/lib/teardown.ts';
import type {
  MessageListener,
  MessageTransport,
} from '../../../../../../main/transport/web-socket/message-transport.ts';

/** An open web socket whose master does what the test asks. */
export class FakeMessageTransport implements MessageTransport {
  readonly peer = 'ci:9990';
  readonly isWritable = true;
  readonly queuedBytes = 0;
  listener: MessageListener | undefined;

  onWritableChanged() {
    return toTeardown(() => {});
  }
  outgoing() {
    return { writtenBytes: 0, queuedBytes: 0, unacknowledgedBytes: undefined };
  }
  listen(listener: MessageListener): void {
    this.listener = listener;
  }
  send(): void {}
  async ping(): Promise<void> {}
  stopReading(): void {}
  readAgain(): void {}
  end(): void {
    this.destroy();
  }
  destroy(): void {
    this.listener?.onClosed({ error: undefined, reason: '' });
  }
}
