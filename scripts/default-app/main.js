// Stand-in for Electron's default_app.asar: what `electron [-r module]... <dir-or-file> [args]` runs
// when the distribution carries no app of its own. Supports what our tools need: an app folder or
// file, -r/--require, -v/--version. An ES module that waits for the app's code, as Electron's own
// does: Electron is not ready before that, and some calls must come before it is.

import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const preload = [];
let target;
const argv = process.argv.slice(1);
for (let i = 0; i < argv.length; i++) {
  const arg = argv[i];
  if (arg === '-r' || arg === '--require') preload.push(argv[++i]);
  else if (arg === '-v' || arg === '--version') {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  } else if (arg.startsWith('-'))
    continue; // Chromium and Node switches
  else {
    target = arg;
    break;
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

async function start() {
  if (!target) fail('usage: electron [-r module] <app folder or file> [arguments]');
  const appPath = path.resolve(target);
  if (!fs.existsSync(appPath)) fail(`no app at ${appPath}`);
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

  let entry = appPath;
  if (fs.statSync(appPath).isDirectory()) {
    const pkg = JSON.parse(fs.readFileSync(path.join(appPath, 'package.json'), 'utf8'));
    if (pkg.version) app.setVersion(pkg.version);
    const name = pkg.productName || pkg.name;
    if (name) app.setName(name); // userData follows the name until something reads or sets it
    app.setDesktopName(pkg.desktopName || `${app.getName()}.desktop`);
    app.setAppPath(appPath);
    entry = path.join(appPath, pkg.main || 'index.js');
    process.title = app.getName();
  } else {
    app.setAppPath(path.dirname(appPath));
  }
  entry = Module._resolveFilename(entry, null, true);
  await import(pathToFileURL(entry).href); // loads CommonJS and ES modules alike
}

if (preload.length) {
  const requireFrom = Module.createRequire(path.join(process.cwd(), 'noop.js'));
  for (const id of preload) requireFrom(id);
}
await start().catch((error) => fail(error.stack || String(error)));
