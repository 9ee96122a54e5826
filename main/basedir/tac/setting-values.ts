import type { Expected } from '../../contract/problems/facts.ts';
import {
  PROTOCOLS,
  type Protocol,
  type WorkerConfig,
} from '../../worker-settings/worker-config.ts';
import type { TacLiteral } from './tac-reading.ts';

/** What a literal means for a setting, or what it has to be. */
export type Decode<T> = (value: TacLiteral) => { readonly is: T } | { readonly expected: Expected };

export const asText: Decode<string> = (value) =>
  typeof value === 'string' && value !== '' ? { is: value } : { expected: { kind: 'text' } };

/** Python's worker takes a port written as text too. */
export const asPort: Decode<number> = (value) => {
  const port = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  const isPort = isWholeNumber(port) && port >= 1 && port <= 65_535;
  return isPort ? { is: port } : { expected: { kind: 'port' } };
};

/** Whatever Python takes for true. */
export const asSwitch: Decode<boolean> = (value) => ({ is: Boolean(value) });

export const asSeconds: Decode<number> = (value) =>
  typeof value === 'number' && value > 0 ? { is: value } : { expected: { kind: 'seconds' } };

/** None and 0 switch off. */
export const asSecondsOrOff: Decode<number> = (value) => {
  if (value === null) return { is: 0 };
  const isSeconds = typeof value === 'number' && value >= 0;
  return isSeconds ? { is: value } : { expected: { kind: 'seconds-or-none' } };
};

/** None and 0 set no limit. */
export const asCount: Decode<number | undefined> = (value) => {
  const count = asCountOrAll(value);
  return 'is' in count && count.is === 0 ? { is: undefined } : count;
};

/** None sets no limit; 0 is one. */
export const asCountOrAll: Decode<number | undefined> = (value) => {
  if (value === null) return { is: undefined };
  return isWholeNumber(value) && value >= 0 ? { is: value } : { expected: { kind: 'count' } };
};

export const asMask: Decode<number | undefined> = (value) => {
  if (value === null) return { is: undefined };
  const isMask = isWholeNumber(value) && value >= 0 && value <= 0o777;
  return isMask ? { is: value } : { expected: { kind: 'mask' } };
};

export const asProtocol: Decode<Protocol> = (value) => {
  const protocol = PROTOCOLS.find((known) => known === value);
  return protocol === undefined ? oneOf(PROTOCOLS) : { is: protocol };
};

export const asShutdownWay: Decode<WorkerConfig['allowShutdown']> = (value) => {
  if (value === null || value === 'signal' || value === 'file') return { is: value ?? undefined };
  return oneOf(['signal', 'file'], true);
};

export const asFileAccess: Decode<'basedir' | 'anywhere'> = (value) => {
  if (value === null) return { is: 'basedir' };
  return value === 'basedir' || value === 'anywhere'
    ? { is: value }
    : oneOf(['basedir', 'anywhere']);
};

function isWholeNumber(value: TacLiteral): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

function oneOf(values: readonly string[], orNone = false): { readonly expected: Expected } {
  return { expected: { kind: 'one-of', values, orNone } };
}
