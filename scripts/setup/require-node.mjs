// Imported first by every script: stops an old Node with a sentence instead of a stack trace.
// Only syntax and imports that old versions know.
import { MINIMUM_NODE, nodeIsTooOld } from './node-version.mjs';

if (nodeIsTooOld(process.versions.node)) {
  console.error(
    `Buildtray needs Node ${MINIMUM_NODE} or newer, and this is ${process.versions.node}: ` +
      'install a current Node (https://nodejs.org) and run the same command again.',
  );
  process.exit(1);
}
