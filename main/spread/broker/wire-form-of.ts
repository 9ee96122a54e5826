import type { WireForm } from '../jelly/jelly.ts';
import { JellyError } from '../jelly/jelly-error.ts';
import type { BrokerValue, JellyValue } from '../jelly/jelly-value.ts';
import { COPYABLE_FAILURE, CopyableFailure } from './failure.ts';
import { Referenceable } from './referenceable.ts';
import { RemoteReference } from './remote-reference.ts';

/**
 * How a value of a broker's crosses the wire; `offer` gives an object of ours its id.
 *
 * Errors: JellyError with code JELLY_INSECURE for a value of another class.
 */
export function wireFormOf(value: BrokerValue, offer: (object: Referenceable) => number): WireForm {
  if (value instanceof Referenceable) return { kind: 'remote', id: offer(value) };
  if (value instanceof RemoteReference) return { kind: 'local', id: value.id };
  if (value instanceof CopyableFailure)
    return { kind: 'copy', className: COPYABLE_FAILURE, state: value.state() };
  throw new JellyError('JELLY_INSECURE', 'a value of a class that has no form on the wire');
}

/** What makes a copy of a class from its state; undefined for all classes but failures. */
export function copierOf(className: string): ((state: JellyValue) => BrokerValue) | undefined {
  return className === COPYABLE_FAILURE ? CopyableFailure.fromState : undefined;
}
