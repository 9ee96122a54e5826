import { everybodyIn, type TrayView } from './menu-from.ts';
import { worstOf } from './worst-of.ts';

/** On Windows the tray is 16 pixels high, elsewhere 22; the files at double size lie beside. */
const SUFFIX: Readonly<Record<string, string>> = { win32: '-16', darwin: '-16' };

/** The picture of a state, by shape as well as by colour; `isDark` is the colour of the panel. */
export function iconFilenameFrom(view: TrayView, isDark: boolean, platform: string): string {
  const shade = isDark ? '-dark' : '';
  return `${worstOf(everybodyIn(view))?.status.kind ?? 'stopped'}${shade}${SUFFIX[platform] ?? ''}.png`;
}
