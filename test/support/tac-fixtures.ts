import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const DIR = fileURLToPath(new URL('../fixtures/tac/', import.meta.url));
const literal = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const expectedReading = z.object({
  age: z.string().nullable(),
  applicationName: z.string().nullable(),
  hasLogBlock: z.boolean(),
  literals: z.record(z.string(), literal),
  computed: z.record(z.string(), z.string()),
  known: z.record(z.string(), literal).optional(),
  problem: z.string().nullable(),
  warnings: z.number(),
  effects: z.array(z.string()),
});

/** What the files of the collection find in the environment. */
export const TAC_ENVIRONMENT = {
  FARM_MASTER: 'farm.example.org',
  FARM_NUMBER: '7',
  FARM_UMASK: '18',
  FARM_PROTOCOL: 'MsgPack',
  WORKERPASS: 'hunter2',
};

export interface TacFixture {
  readonly name: string;
  readonly path: string;
  readonly bytes: Buffer;
  readonly expected: z.infer<typeof expectedReading>;
}

/** The collection of `buildbot.tac` files, each with what must be read from it. */
export const TAC_FIXTURES: readonly TacFixture[] = readdirSync(DIR)
  .filter((filename) => filename.endsWith('.tac'))
  .map((filename) => {
    const path = `${DIR}${filename}`;
    const name = filename.replace(/\.tac$/, '');
    const expected = JSON.parse(readFileSync(`${DIR}${name}.json`, 'utf8'));
    return { name, path, bytes: readFileSync(path), expected: expectedReading.parse(expected) };
  });

/** A worker of Buildbot 0.8, in its own directory. */
export const OLD_TAC = `
from twisted.application import service
from buildslave.bot import BuildSlave
application = service.Application('buildslave')
buildslave = BuildSlave('ci.example.org', 9989, 'old', 'secret', '.', keepalive=600, usepty=0)
buildslave.setServiceParent(application)
`;
