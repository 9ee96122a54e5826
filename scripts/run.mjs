// node scripts/run.mjs NAME [ARGUMENT...]: runs scripts/NAME.mjs, with a Node from the npm registry
// when this one is too old. The door of every command in package.json.
// Runs on the old Node: only syntax and imports that Node 18 knows.
import { fileURLToPath } from 'node:url';
import { runWithFittingNode } from './setup/fitting-node.mjs';
import { nodeIsTooOld } from './setup/node-version.mjs';
import { runCommand } from './setup/run-command.mjs';

const [name] = process.argv.splice(2, 1);
const script = new URL(`./${name}.mjs`, import.meta.url);

if (nodeIsTooOld(process.versions.node))
  await runCommand(() => runWithFittingNode(fileURLToPath(script), process.argv.slice(2)));
else await import(script.href);
