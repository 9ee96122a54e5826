import { everybodyIn, type TrayView } from './menu-from.ts';
import { rankOf, worstOf } from './worst-of.ts';

/** What the tray's icon shows. */
export interface TrayIcon {
  /** The picture of a state, by shape as well as by colour. */
  readonly filename: string;
  /** How much of its sign is filled, from 0 to 1, in few steps: each sends another picture to the desktop. */
  readonly fill: number;
  /** Besides what it shows, a worker needs the user. */
  readonly hasDot: boolean;
}

/** On Windows the tray is 16 pixels high, elsewhere 22; the files at double size lie beside. */
const SUFFIX: Readonly<Record<string, string>> = { win32: '-16', darwin: '-16' };
const STEPS = 8;

/** `isDark` is the colour of the panel. */
export function iconFrom(view: TrayView, isDark: boolean, platform: string): TrayIcon {
  const shade = isDark ? '-dark' : '';
  const { kind, hasDot } = faceOf(view);
  const isWorking = kind === 'building' || kind === 'draining';
  return {
    filename: `${kind}${shade}${SUFFIX[platform] ?? ''}.png`,
    fill: isWorking && view.progress !== undefined ? stepOf(view.progress) : 1,
    hasDot,
  };
}

/** The worst state, but for one in error beside one that works: of that, a dot is enough. */
function faceOf(view: TrayView) {
  const everybody = everybodyIn(view);
  const others = everybody.filter(({ status }) => status.kind !== 'error');
  const works = others.some(({ status }) => rankOf(status.kind) <= rankOf('building'));
  const shown = worstOf(works ? others : everybody);
  return {
    kind: shown?.status.kind ?? 'stopped',
    hasDot: works && others.length < everybody.length,
  } as const;
}

/** A build that has begun can be seen, and one that has not ended is not full. */
function stepOf(progress: number): number {
  return Math.min(STEPS - 1, Math.max(1, Math.round(progress * STEPS))) / STEPS;
}
