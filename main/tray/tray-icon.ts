import type { TrayView } from './tray-menu.ts';

/** On Windows the tray is 16 pixels high, elsewhere 22; the files at double size lie beside. */
const SUFFIX: Readonly<Record<string, string>> = { win32: '-16', darwin: '-16' };

/** The picture of a state, by shape as well as by colour; `isDark` is the colour of the panel. */
export function iconFilenameFrom({ worker }: TrayView, isDark: boolean, platform: string): string {
  const shade = isDark ? '-dark' : '';
  return `${worker?.status.kind ?? 'stopped'}${shade}${SUFFIX[platform] ?? ''}.png`;
}
