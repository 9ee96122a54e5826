import { describe, expect, it } from 'vitest';
import type { ContractHandlers } from '../../../../main/contract/api.ts';
import { contract } from '../../../../main/contract/contract.ts';
import { answerersFrom } from '../../../../main/ipc/answerers.ts';

function handlersThat(heard: (what: unknown) => void): ContractHandlers {
  const hears = (argument: unknown): never => {
    heard(argument);
    // What a handler gives back is of no interest here.
    return undefined as never;
  };
  return {
    app: { snapshot: hears, perform: hears },
    output: { recent: hears },
    log: { recent: hears },
    firstStart: {
      addWorker: hears,
      openDirectory: hears,
      chooseDirectory: hears,
      suggestion: hears,
    },
  };
}

const draft = { host: 'ci', port: 9989, workerName: 'w', password: 'p', basedir: '/w' };

describe('the answerers', () => {
  it('answer every call of the contract and nothing else', () => {
    const calls = Object.entries(contract).flatMap(([subject, entries]) =>
      Object.entries(entries).flatMap(([name, { direction }]) =>
        direction === 'call' ? [`${subject}.${name}`] : [],
      ),
    );
    expect([...answerersFrom(handlersThat(() => {})).keys()].sort()).toEqual(calls.sort());
  });

  it.each([
    ['app.perform', { kind: 'pause', how: 'one-hour' }],
    ['app.perform', { kind: 'cancel-drain', when: 'now' }],
    ['firstStart.addWorker', draft],
    ['firstStart.openDirectory', '/somewhere'],
    ['app.snapshot', undefined],
  ])('hand what fits to the handler of %s', (channel, argument) => {
    const heard: unknown[] = [];
    answerersFrom(handlersThat((what) => heard.push(what))).get(channel)?.([argument]);
    expect(heard).toEqual([argument]);
  });

  it.each([
    ['app.perform', [undefined]],
    ['app.perform', [{ kind: 'rm -rf' }]],
    ['app.perform', [{ kind: 'quit', extra: 1 }]],
    ['app.perform', [{ kind: 'pause', how: 'for-ever' }]],
    ['app.perform', [{ kind: 'quit' }, 'more']],
    ['app.snapshot', ['something']],
    ['firstStart.addWorker', [{ ...draft, port: '9989' }]],
    ['firstStart.openDirectory', ['x'.repeat(40_000)]],
  ])('refuse what %s does not take, before anybody hears of it: %j', (channel, sent) => {
    const heard: unknown[] = [];
    const answer = answerersFrom(handlersThat((what) => heard.push(what))).get(channel);
    expect(() => answer?.(sent)).toThrow('an argument that it does not take');
    expect(heard).toEqual([]);
  });

  it('repeat no password in a refusal', () => {
    const answer = answerersFrom(handlersThat(() => {})).get('firstStart.addWorker');
    const sent = [{ ...draft, password: 'hunter2', port: 'x' }];
    expect(() => answer?.(sent)).toThrow(/^(?!.*hunter2)/);
  });
});
