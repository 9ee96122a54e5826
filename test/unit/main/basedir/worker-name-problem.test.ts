import { expect, it } from 'vitest';
import { workerNameProblem } from '../../../../main/basedir/worker-name-problem.ts';

it('allows a colon in the name with pb only', () => {
  const workerName = 'linux:1';
  expect(workerNameProblem({ workerName, protocol: 'pb' })).toBeUndefined();
  expect(workerNameProblem({ workerName, protocol: 'msgpack_experimental_v7' })).toMatchObject({
    key: 'settings.nameHasColon',
  });
  expect(
    workerNameProblem({ workerName: 'linux-1', protocol: 'msgpack_experimental_v7' }),
  ).toBeUndefined();
});
