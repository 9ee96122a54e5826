import { app } from 'electron';
import type { Autostart, StartCommand } from './autostart.ts';
import { ElectronAutostart } from './electron-autostart.ts';
import { LinuxAutostart } from './linux-autostart.ts';

/** The way of the system that we run on. */
export function thisAutostart(): Autostart {
  return process.platform === 'linux'
    ? new LinuxAutostart(app.getPath('appData'), startCommand())
    : new ElectronAutostart(app);
}

/** An AppImage is started by its own file: what it holds lies elsewhere each time. */
function startCommand(): StartCommand {
  const { APPIMAGE } = process.env;
  if (APPIMAGE) return [APPIMAGE];
  return app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()];
}
