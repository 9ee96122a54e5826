import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { WorkerStatusKind } from '../../../../main/contract/worker/worker-status.ts';
import { StatusIcon } from '../../../../renderer/components/status-icon.tsx';
import { HUES } from '../../../../renderer/look/tokens.ts';

vi.mock('../../../../renderer/components/state-colours.css', () => ({}));

const KINDS: Readonly<Record<WorkerStatusKind, true>> = {
  stopped: true,
  connecting: true,
  idle: true,
  building: true,
  draining: true,
  paused: true,
  error: true,
};

const fileText = (path: string) =>
  readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
const css = fileText('renderer/components/state-colours.css');
const painter = fileText('scripts/icons/painter.cjs');

/** Each shape with its geometry alone, in one order. */
function shapesIn(markup: string): readonly string[] {
  return [...markup.matchAll(/<(path|rect|circle)([^>]*)>/g)].map(
    ([, name = '', attributes = '']) => {
      const geometry = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)]
        .filter(([, attribute]) => attribute !== 'class')
        .map(([pair]) => pair)
        .sort();
      return [name, ...geometry].join(' ');
    },
  );
}

describe.each(Object.keys(KINDS) as WorkerStatusKind[])('the sign of the state %s', (kind) => {
  const svg = fileText(`assets/tray/${kind}.svg`);

  it('has the shapes of the tray', () => {
    expect(shapesIn(renderToStaticMarkup(<StatusIcon kind={kind} />))).toEqual(shapesIn(svg));
  });

  it('has the colours of the tray, on a light and on a dark ground', () => {
    const light = /<g fill="(#[0-9a-f]{6})"/.exec(svg)?.[1] ?? '';
    const dark = new RegExp(`'${light}': '(#[0-9a-f]{6})'`).exec(painter)?.[1] ?? '';
    const hue =
      new RegExp(`\\.state-${kind} \\{\\s*--state: var\\(--(\\w+)\\);`).exec(css)?.[1] ?? '';
    expect(HUES[hue as keyof typeof HUES]?.sign).toEqual([light, dark]);
  });
});
