import { expect, it } from 'vitest';
import { ProcessorUse } from '../../../../main/system/processor-use.ts';

it('is the share of what passed in which processors were not idle', () => {
  const processor = (user: number, idle: number) => ({
    times: { user, nice: 0, sys: 10, idle, irq: 0 },
  });
  const looks = [
    [processor(0, 0), processor(0, 0)],
    [processor(30, 70), processor(0, 100)],
    [processor(30, 70), processor(0, 100)],
  ];
  const use = new ProcessorUse(() => looks.shift() ?? []);
  expect(use.look()).toEqual({ processors: 2, busyShare: undefined });
  expect(use.look()).toEqual({ processors: 2, busyShare: 0.15 });
  expect(use.look().busyShare).toBeUndefined();
});

it('knows this machine', () => {
  expect(new ProcessorUse().look().processors).toBeGreaterThan(0);
});
