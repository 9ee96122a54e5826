import { join } from 'node:path';
import { app } from 'electron';

/** The licences of the libraries in the bundles: a file of the package, or of the last build. */
export function licencesPathFrom(bundleDir: string): string {
  const dir = app.isPackaged ? process.resourcesPath : join(bundleDir, '..');
  return join(dir, 'THIRD-PARTY-LICENSES.txt');
}
