import fs from 'node:fs';
import path from 'node:path';

/**
 * electron-builder calls this before it sets the fuses: takes away what a runtime that was copied as
 * a folder brings along for `electron .`.
 *
 * @param {{ appOutDir: string, packager: { getResourcesDir(appOutDir: string): string } }} context
 */
export async function afterPack({ appOutDir, packager }) {
  const resourcesDir = packager.getResourcesDir(appOutDir);
  await fs.promises.rm(path.join(resourcesDir, 'default_app.asar'), { force: true });
  await fs.promises.rm(path.join(appOutDir, '.complete'), { force: true });
}
