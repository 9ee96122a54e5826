import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type SnapshotChanges, useSnapshot } from '../../renderer/components/use-snapshot.ts';

/** A source whose answers come when the test gives them. */
class Questions {
  readonly keys: string[] = [];
  readonly #answers: ((answer: string | Error) => void)[] = [];
  changes: SnapshotChanges<string> | undefined;
  isFollowed = false;

  readonly load = (key: string): Promise<string> => {
    this.keys.push(key);
    return new Promise((resolve, reject) => {
      this.#answers.push((answer) =>
        typeof answer === 'string' ? resolve(answer) : reject(answer),
      );
    });
  };

  readonly follow = (changes: SnapshotChanges<string>): (() => void) => {
    this.changes = changes;
    this.isFollowed = true;
    return () => {
      this.isFollowed = false;
    };
  };

  /** Answers the question of this number, counted from 0. */
  answer(number: number, answer: string | Error): Promise<void> {
    return act(async () => this.#answers[number]?.(answer));
  }
}

interface Props {
  readonly name: string | undefined;
  readonly version?: number;
}

function render(first: Props = { name: 'a' }) {
  const questions = new Questions();
  const rendered = renderHook(
    ({ name, version }: Props) =>
      useSnapshot({
        key: name,
        version,
        load: () => questions.load(name ?? ''),
        follow: questions.follow,
      }),
    { initialProps: first },
  );
  return { ...rendered, questions };
}

describe('useSnapshot', () => {
  it('has no value until the first answer', async () => {
    const { result, questions } = render();
    expect(result.current.value).toBeUndefined();
    await questions.answer(0, 'first');
    expect(result.current.value).toBe('first');
  });

  it('asks nothing without a key', () => {
    const { questions } = render({ name: undefined });
    expect(questions.keys).toEqual([]);
    expect(questions.isFollowed).toBe(false);
  });

  it('forgets the value with the key, and ignores a late answer to the one before', async () => {
    const { result, questions, rerender } = render();
    await questions.answer(0, 'first');
    rerender({ name: 'b' });
    expect(result.current.value).toBeUndefined();
    rerender({ name: 'c' });
    await questions.answer(2, 'of c');
    await questions.answer(1, 'of b');
    expect(result.current.value).toBe('of c');
    expect(questions.keys).toEqual(['a', 'b', 'c']);
  });

  it('keeps the value while another version is loaded', async () => {
    const { result, questions, rerender } = render({ name: 'a', version: 1 });
    await questions.answer(0, 'first');
    rerender({ name: 'a', version: 2 });
    expect(result.current.value).toBe('first');
    await questions.answer(1, 'second');
    expect(result.current.value).toBe('second');
  });

  it('ignores the answer that a change has overtaken', async () => {
    const { result, questions } = render();
    act(() => questions.changes?.put('newer'));
    await questions.answer(0, 'first');
    expect(result.current.value).toBe('newer');
  });

  it('makes another value of the one that is shown, and nothing of none', async () => {
    const { result, questions } = render();
    act(() => questions.changes?.update((before) => `${before}, early`));
    await questions.answer(0, 'first');
    act(() => questions.changes?.update((before) => `${before}, more`));
    expect(result.current.value).toBe('first, more');
  });

  it('loads again when a follower is notified', async () => {
    const { result, questions } = render();
    await questions.answer(0, 'first');
    act(() => void questions.changes?.reload());
    await questions.answer(1, 'second');
    expect(result.current.value).toBe('second');
  });

  it('reports a failure beside the value before it, until a retry succeeds', async () => {
    const { result, questions, rerender } = render({ name: 'a', version: 1 });
    await questions.answer(0, 'first');
    rerender({ name: 'a', version: 2 });
    await questions.answer(1, new Error('main is gone'));
    expect(result.current).toMatchObject({ value: 'first', failure: new Error('main is gone') });
    act(() => void result.current.reload());
    await questions.answer(2, 'second');
    expect(result.current).toMatchObject({ value: 'second', failure: undefined });
  });

  it('ends the subscription with the component', () => {
    const { questions, unmount } = render();
    expect(questions.isFollowed).toBe(true);
    unmount();
    expect(questions.isFollowed).toBe(false);
  });
});
