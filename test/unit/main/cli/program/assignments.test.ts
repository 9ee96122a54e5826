import { describe, expect, it } from 'vitest';
import { assignmentsFrom, withInput } from '../../../../../main/cli/program/assignments.ts';

describe('the words after a verb that changes things', () => {
  it.each([
    [[], { dir: '.', values: [] }],
    [['w'], { dir: 'w', values: [] }],
    [['umask=0o22'], { dir: '.', values: [['umask', '0o22']] }],
    [
      ['w', 'a=1', 'tls.pin='],
      {
        dir: 'w',
        values: [
          ['a', '1'],
          ['tls.pin', ''],
        ],
      },
    ],
    [['w', 'admin=a = b\nc'], { dir: 'w', values: [['admin', 'a = b\nc']] }],
  ])('%j are a directory and what is to change', (words, read) => {
    expect(assignmentsFrom(words)).toEqual(read);
  });

  it('name each thing once', () => {
    expect(() => assignmentsFrom(['a=1', 'b=2', 'a=3'])).toThrow('a is given twice.');
  });

  it('all assign, but for the directory', () => {
    expect(() => assignmentsFrom(['w', 'a=1', 'b'])).toThrow(
      "'b' changes nothing; write it as NAME=VALUE.",
    );
  });
});

describe('values that are read from standard input', () => {
  const values = [
    ['passwd', '-'],
    ['keepalive', '-'],
    ['proxy.password', '-'],
  ] as const;
  const isSecret = (name: string) => name.includes('pass');

  it('are secrets, a line each in their order', async () => {
    expect(await withInput(values, isSecret, async () => 'one\r\ntwo\n')).toEqual([
      ['passwd', 'one'],
      ['keepalive', '-'],
      ['proxy.password', 'two'],
    ]);
  });

  it('are empty where the input ends early', async () => {
    expect(await withInput(values, isSecret, async () => 'one')).toContainEqual([
      'proxy.password',
      '',
    ]);
  });

  it('do not wait for an input that nothing is read from', async () => {
    const never = () => new Promise<string>(() => {});
    expect(await withInput([['keepalive', '-']], isSecret, never)).toEqual([['keepalive', '-']]);
  });
});
