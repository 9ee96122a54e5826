import { describe, expect, it } from 'vitest';
import type { ContractHandlers } from '../../../../main/contract/api.ts';
import { contract } from '../../../../main/contract/contract.ts';
import { answerersFrom } from '../../../../main/ipc/answerers-from.ts';

function handlersThat(called: (what: unknown) => void): ContractHandlers {
  const handler = (argument: unknown): never => {
    called(argument);
    // What a handler gives back is of no interest here.
    return undefined as never;
  };
  return {
    app: {
      snapshot: handler,
      perform: handler,
      pageShown: handler,
      questionSeen: handler,
      answer: handler,
    },
    overview: {
      directorySize: handler,
      remove: handler,
      reorder: handler,
      duplicate: handler,
      locate: handler,
      certificate: handler,
      showFile: handler,
      today: handler,
      recentOutput: handler,
      leaveOutput: handler,
    },
    log: {
      open: handler,
      close: handler,
      slice: handler,
      rowOf: handler,
      copy: handler,
      search: handler,
      cancelSearch: handler,
      lineOfHit: handler,
      openFolder: handler,
      rotation: handler,
      changeRotation: handler,
      rotate: handler,
    },
    builds: {
      find: handler,
      timeline: handler,
      durations: handler,
      details: handler,
      output: handler,
      saveOutput: handler,
      estimates: handler,
      clear: handler,
    },
    hostinfo: { load: handler, save: handler, fillIn: handler, sent: handler },
    settings: { load: handler, preview: handler, save: handler },
    addWorker: {
      add: handler,
      openDirectory: handler,
      lookAt: handler,
      readTac: handler,
      chooseDirectory: handler,
      clipboardText: handler,
      takeLink: handler,
      chooseAuthorities: handler,
      suggestion: handler,
      check: handler,
      stopChecks: handler,
    },
    preferences: {
      change: handler,
      startsAtLogin: handler,
      setStartsAtLogin: handler,
      diagnose: handler,
      saveDiagnostics: handler,
      dismissTrayNotice: handler,
      licences: handler,
    },
    rehearsal: { snapshot: handler, start: handler, cancel: handler, recentOutput: handler },
  };
}

const settings = { host: 'ci', port: '9989', workerName: 'w', password: 'p', basedir: '/w' };
const draft = { settings, hostinfo: { admin: '', host: '', accessUri: '' }, isRelocatable: false };

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
    [
      'app.perform',
      { kind: 'request', workerId: 'a1', request: { kind: 'pause', how: 'one-hour' } },
    ],
    [
      'app.perform',
      { kind: 'request', workerId: 'a1', request: { kind: 'cancel-drain', when: 'now' } },
    ],
    ['app.perform', { kind: 'open-window', page: 'log' }],
    ['app.pageShown', { page: 'overview', workerId: undefined }],
    ['app.answer', { questionId: 'q1', at: 2 }],
    ['overview.recentOutput', 'a1'],
    [
      'app.perform',
      { kind: 'request', workerId: 'a1', request: { kind: 'reconnect', when: 'at-gap' } },
    ],
    ['app.perform', { kind: 'request', workerId: 'a1', request: { kind: 'restart', when: 'now' } }],
    ['hostinfo.save', { workerId: 'a1', name: 'host', text: undefined, choice: 'replace-link' }],
    ['overview.remove', { workerId: 'a1', deletesDirectory: false }],
    ['settings.preview', { workerId: 'a1', settings: { keepalive: 3, umask: null }, extras: {} }],
    ['settings.save', { workerId: 'a1', settings: {}, extras: { tlsPin: null }, version: 'v' }],
    ['log.slice', { filter: 'warn', firstRow: 7, count: 100 }],
    ['log.search', { text: 'a', isPattern: true, matchesCase: false, filter: 'info' }],
    ['log.changeRotation', { workerId: 'a1', logSize: null, logCount: 3 }],
    [
      'builds.find',
      {
        workerId: 'a1',
        builderName: undefined,
        outcome: 'ok',
        text: '',
        offset: 0,
        limit: 50,
      },
    ],
    ['overview.reorder', ['b2', 'a1']],
    ['preferences.change', { theme: 'dark' }],
    ['addWorker.add', draft],
    ['addWorker.check', { id: 'login', settings: {} }],
    ['addWorker.openDirectory', { path: '/somewhere', upgrades: true }],
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
    [
      'app.perform',
      [{ kind: 'request', workerId: 'a1', request: { kind: 'pause', how: 'for-ever' } }],
    ],
    ['app.perform', [{ kind: 'connect' }]],
    ['app.perform', [{ kind: 'request', request: { kind: 'connect' } }]],
    ['app.perform', [{ kind: 'request', workerId: 'a1', request: { kind: 'reconnect' } }]],
    ['app.perform', [{ kind: 'request', workerId: 'a1', request: { kind: 'stop', now: 1 } }]],
    ['app.perform', [{ kind: 'quit', workerId: 'a1' }]],
    ['app.perform', [{ kind: 'open-window', page: 'secrets' }]],
    ['app.perform', [{ kind: 'open-window', page: 'toString' }]],
    ['app.pageShown', [{ page: ['log'], workerId: 'a1' }]],
    ['app.answer', [{ questionId: 'q1', at: 'cancel' }]],
    ['overview.recentOutput', [undefined]],
    ['overview.remove', ['a1']],
    ['log.slice', [{ filter: 'info', firstRow: 0, count: 1_000_000 }]],
    ['log.slice', [{ filter: 'info', firstRow: -1, count: 1 }]],
    ['log.search', [{ text: '', isPattern: false, matchesCase: false, filter: 'info' }]],
    ['builds.details', [{ workerId: 'a1', buildId: '../x'.repeat(50) }]],
    ['preferences.change', [{ theme: undefined }]],
    ['preferences.change', [{ autostart: 'yes', theme: 'dark' }]],
    ['app.perform', [{ kind: 'quit' }, 'more']],
    ['app.snapshot', ['something']],
    ['addWorker.add', [{ ...draft, settings: { ...settings, port: 9989 } }]],
    ['addWorker.add', [{ ...draft, settings: { ...settings, shell: 'sh' } }]],
    ['addWorker.check', [{ id: 'weather', settings }]],
    ['addWorker.openDirectory', [{ path: 'x'.repeat(40_000), upgrades: true }]],
  ])('refuse what %s does not take, before any handler is called: %j', (channel, sent) => {
    const heard: unknown[] = [];
    const answer = answerersFrom(handlersThat((what) => heard.push(what))).get(channel);
    expect(() => answer?.(sent)).toThrow('an argument that it does not take');
    expect(heard).toEqual([]);
  });

  it('repeat no password in a refusal', () => {
    const answer = answerersFrom(handlersThat(() => {})).get('addWorker.add');
    const sent = [{ ...draft, settings: { ...settings, password: 'hunter2', port: 1 } }];
    expect(() => answer?.(sent)).toThrow(/^(?!.*hunter2)/);
  });
});
