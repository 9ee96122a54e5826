import { isDeepStrictEqual } from 'node:util';
import { Menu, type MenuItemConstructorOptions, nativeTheme, Tray } from 'electron';
import type { Action } from '../contract/app/action.ts';
import { assertNever } from '../lib/assert-never.ts';
import { showable } from '../lib/showable.ts';
import { type Teardown, toTeardown } from '../lib/teardown.ts';
import type { Texts } from '../texts/texts.ts';
import { iconFrom, type TrayIcon } from './icon-from.ts';
import { type MenuRow, menuFrom, type TrayView, titleFrom, tooltipFrom } from './menu-from.ts';
import { trayImage } from './tray-image.ts';

export interface AppTray extends Teardown {
  /** May be called often: only real differences reach the desktop. */
  show(view: TrayView, texts: Texts): void;
}

/** Puts the icon into the tray. A click on it, where the desktop reports one, opens the window. */
export function createTray(
  iconDir: string,
  firstTexts: Texts,
  onAction: (action: Action) => void,
): AppTray {
  let view: TrayView = { workers: [] };
  let texts = firstTexts;
  let shown: Shown | undefined;
  const look = (): Shown => shownFrom(view, texts);
  const first = look();
  const tray = new Tray(trayImage(first.icon, iconDir));
  const update = (wanted: Shown): void => {
    if (shown && !isDeepStrictEqual(shown.icon, wanted.icon)) {
      tray.setImage(trayImage(wanted.icon, iconDir));
    }
    // Beside the icon, where the system has room for it: the menu bar of macOS.
    if (process.platform === 'darwin' && shown?.title !== wanted.title) tray.setTitle(wanted.title);
    if (shown?.tooltip !== wanted.tooltip) tray.setToolTip(wanted.tooltip);
    if (!isDeepStrictEqual(shown?.rows, wanted.rows)) {
      // On Linux a change shows only when the whole menu is set again.
      tray.setContextMenu(Menu.buildFromTemplate(templateFrom(wanted.rows, onAction)));
    }
    shown = wanted;
  };
  const lookAgain = (): void => update(look());
  update(first);
  tray.on('click', () => onAction({ kind: 'open-window' }));
  nativeTheme.on('updated', lookAgain);
  return {
    show(nextView, nextTexts) {
      view = nextView;
      texts = nextTexts;
      lookAgain();
    },
    ...toTeardown(() => {
      nativeTheme.off('updated', lookAgain);
      tray.destroy();
    }),
  };
}

interface Shown {
  readonly icon: TrayIcon;
  readonly title: string;
  readonly tooltip: string;
  readonly rows: readonly MenuRow[];
}

function shownFrom(view: TrayView, texts: Texts): Shown {
  return {
    icon: iconFrom(view, nativeTheme.shouldUseDarkColors, process.platform),
    title: titleFrom(view, texts),
    tooltip: showable(tooltipFrom(view, texts)),
    rows: menuFrom(view, texts),
  };
}

function templateFrom(
  rows: readonly MenuRow[],
  onAction: (action: Action) => void,
): MenuItemConstructorOptions[] {
  return rows.map((row): MenuItemConstructorOptions => {
    switch (row.kind) {
      case 'text':
        return { label: literal(row.label), enabled: false };
      case 'separator':
        return { type: 'separator' };
      case 'action':
        return {
          label: literal(row.label),
          enabled: row.isEnabled,
          click: () => onAction(row.action),
        };
      case 'submenu':
        return {
          label: literal(row.label),
          enabled: row.isEnabled,
          submenu: templateFrom(row.rows, onAction),
        };
      default:
        return assertNever(row);
    }
  });
}

/** Names come from others; and a single & would mark the access key. */
function literal(label: string): string {
  return showable(label).replaceAll('&', '&&');
}
