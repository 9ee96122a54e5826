import { expect, it } from 'vitest';
import { attachedLogin } from '../../../../main/checks/attached-login.ts';

const running = { workerName: 'w1', master: 'ci:9989', pid: 7 };

it('is passed by a worker that is attached, and known of no other', () => {
  expect(attachedLogin({ ...running, status: { kind: 'idle' } })).toMatchObject({
    id: 'login',
    state: 'passed',
    finding: { key: 'checks.attachedNow', facts: running },
  });
  expect(attachedLogin({ ...running, status: { kind: 'connecting' } })).toBeUndefined();
  expect(attachedLogin(undefined)).toBeUndefined();
});
