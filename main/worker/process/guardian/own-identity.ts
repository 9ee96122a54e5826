import { pidNamespace } from '../../../system/pid-namespace.ts';
import { startMarkOf } from '../../../system/running-process.ts';

/**
 * Every process of a command inherits this variable. Group, session and parent can all be changed,
 * as a daemon does; the environment a program was started with stays readable wherever it goes. (The
 * environment filter keeps an outer Buildtray's variable away, and headers never show it.)
 */
export const COMMAND_VARIABLE = 'BUILDTRAY_COMMAND';
/** What the worker starts for itself inherits this one, so that it is not taken for a build's. */
export const OWN_VARIABLE = 'BUILDTRAY_OWN';

let identity: string | undefined;

/** This process among all that ever ran here: namespace, pid, start. Asked of the system once. */
export function ownIdentity(): string {
  identity ??= `${pidNamespace()} ${process.pid} ${startMarkOf(process.pid) ?? ''}`;
  return identity;
}
