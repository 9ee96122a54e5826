import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../main/transport/endpoint/endpoint.ts';
import { endpointFromString } from '../../main/transport/endpoint/endpoint-from-string.ts';
import { AUTHORITIES } from '../support/tls-fixtures.ts';
import { pythonFacts } from './support/python-facts.ts';

/** Twisted's own patience. */
const DEFAULT_TIMEOUT_SECONDS = 30;

const BY_HAND = [
  'tcp:host=farm:port=9989',
  'tcp:farm:9989',
  'TCP:farm:port=9989:timeout=5',
  'tcp:host=farm:9989',
  'tcp:port=9989:farm',
  'tcp:farm:9989:bindAddress=127.0.0.2',
  'tcp:host=\\:\\:1:port=9989',
  'tcp:farm',
  'tcp:farm:http',
  'tcp:farm:1:2',
  'tcp:farm:1:colour=red',
  'tcp:farm:1:timeout=soon',
  'tls:farm:9990',
  'tls:host=farm:port=9990:timeout=7:bindAddress=127.0.0.2',
  `tls:farm:9990:trustRoots=${AUTHORITIES}`,
  'tls:farm:9990:15',
  'tls:host=farm:9990',
  'tls:farm',
  'tls:farm:1:hostname=farm',
  'tls:farm:1:endpoint=unix\\:path=/run/x.sock',
  'tls:farm:1:endpoint=tcp\\:host=\\\\\\:\\\\\\:1\\:port=7',
  'ssl:farm:9990',
  'ssl:farm:9990:hostname=farm',
  `ssl:farm:9990:caCertsDir=${AUTHORITIES}`,
  'unix:path=/run/a\\:b\\\\c.sock',
  'unix:/run/farm.sock:lockfile=1:timeout=3',
  'unix:/run/a:b',
  'udp:farm:1',
  'farm:9989',
  '',
  'tcp:farm:1\\',
  'tcp:host=a=b:port=1',
  'tcp:ho\\st:1',
];

/** Strings of the pieces that have a meaning, in any order. */
const PIECES = fc.constantFrom(
  ...['tcp:', 'tls:', 'unix:', 'farm', '9989', ':', '=', '\\:', '\\\\', 'host=', 'port=', 'path='],
  ...[':host=a', ':port=7', ':timeout=3', '/run/x', '\\='],
);
const MADE_UP = fc.sample(
  fc.array(PIECES, { maxLength: 8 }).map((pieces) => pieces.join('')),
  { numRuns: 4_000, seed: 7 },
);

describe('a connection string', () => {
  it('written by hand means what it means to Twisted', () => {
    expect(named(BY_HAND, BY_HAND.map(factsFrom))).toEqual(named(BY_HAND, factsOfTwisted(BY_HAND)));
  });

  // What gives a thing twice, or a value too many, is refused here, and Twisted guesses.
  it('of any pieces means the same where both take it, and Twisted takes what we take', () => {
    const theirs = factsOfTwisted(MADE_UP);
    const ours = MADE_UP.map(factsFrom);
    const taken = MADE_UP.flatMap((text, at) =>
      ours[at] === null || hasOddName(ours[at]) ? [] : [[text, ours[at], theirs[at]] as const],
    );
    expect(taken.length).toBeGreaterThan(10);
    expect(taken.map(([text, found]) => [text, found])).toEqual(
      taken.map(([text, , found]) => [text, found]),
    );
  });
});

function factsOfTwisted(texts: readonly string[]): readonly unknown[] {
  const facts = pythonFacts('connection_strings.py', texts);
  if (!Array.isArray(facts)) throw new TypeError('no facts');
  return facts;
}

function named(texts: readonly string[], facts: readonly unknown[]) {
  return texts.map((text, at) => [text, facts[at]]);
}

/** Twisted looks at the name of a TLS host before anybody looks it up. */
function hasOddName(facts: unknown): boolean {
  return /"kind":"tls".*"host":"[^"]*[^\w.":-]/.test(JSON.stringify(facts));
}

function factsFrom(text: string): unknown {
  const endpoint = endpointFromString(text);
  return endpoint.ok ? factsOf(endpoint.value) : null;
}

function factsOf(endpoint: Endpoint): unknown {
  switch (endpoint.kind) {
    case 'unix':
      return endpoint;
    case 'tls':
      return { kind: 'tls', carrier: factsOf(endpoint.carrier) };
    case 'tcp': {
      const { bindAddress = null, timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = endpoint;
      return { ...endpoint, bindAddress, timeoutSeconds };
    }
  }
}
