import { describe, expect, it } from 'vitest';
import { readTac } from '../../../../../../main/basedir/tac/read-tac.ts';
import { workerConfigFrom } from '../../../../../../main/basedir/tac/worker-config-from.ts';

const OPENING = 'from buildbot_worker.bot import Worker\nfrom twisted.application import service\n';
const MADE = "s = Worker('h', 1, 'n', 'p', '/b', 600)\n";
const read = (lines: string) => readTac(`${OPENING}${lines}`, 'T');

describe('a file that means not to run', () => {
  it.each([
    [`raise SystemExit('off')\n${MADE}s.setServiceParent(application)`, 'tac.endsItself', 3],
    [`${MADE}s.setServiceParent(application)\nexit()`, 'tac.endsItself', 5],
    [`if x: exit()\n${MADE}s.setServiceParent(application)`, 'tac.mayEndItself', 3],
    [`if x: exit()\nexit()\n${MADE}s.setServiceParent(application)`, 'tac.endsItself', 4],
    [`${MADE}# s.setServiceParent(application)`, 'tac.addsNoWorker', 3],
    [`${MADE}if False:\n    s.setServiceParent(application)`, 'tac.addsNoWorker', 3],
    [`${MADE}if x:\n    s.setServiceParent(application)`, 'tac.mayAddNoWorker', 5],
    [`${MADE}other = service.X()\nother.setServiceParent(application)`, 'tac.addsNoWorker', 3],
  ])('is not run: %s', (lines, key, line) => {
    const reading = read(lines);
    expect(reading.off).toMatchObject({
      kind: 'off',
      problem: { key, facts: { place: { path: 'T', line } } },
    });
    expect(workerConfigFrom(reading)).toEqual({ ok: false, problem: reading.off });
    expect(workerConfigFrom(reading, { mayBeOff: true })).toMatchObject({ ok: true });
  });
});

describe('a worker', () => {
  it.each([
    `${MADE}s.setServiceParent(application)`,
    `Worker('h', 1, 'n', 'p', '/b', 600).setServiceParent(application)`,
    `(${MADE.slice(4, -1)}).setServiceParent(application)`,
    `a = ${MADE}a.setServiceParent(application)`,
    `${MADE}w = s\nw.setServiceParent(application)`,
    `${MADE}application.addService(s)`,
    `${MADE}service.IServiceCollection(application).addService(s)`,
    `${MADE}for w in [s]:\n    w.setServiceParent(application)`,
    `${MADE}def add(w):\n    w.setServiceParent(application)\nadd(s)`,
    `import site_parts\n${MADE}site_parts.install(s)`,
    `${MADE}try:\n    s.setServiceParent(application)\nfinally:\n    pass`,
    `on = True\n${MADE}if on:\n    s.setServiceParent(application)`,
    `${MADE}True and s.setServiceParent(application)`,
  ])('that is, or may be, added runs: %s', (lines) => {
    expect(read(lines).off).toBeUndefined();
  });

  it('may be missing its last lines in a file that was cut short', () => {
    expect(read("s = Worker('h', 1, 'n', 'p', '/b', 60").off).toBeUndefined();
  });
});
