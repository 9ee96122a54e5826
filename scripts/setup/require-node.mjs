// Imported first by every script: stops an old Node with a sentence instead of a stack trace.
// Only syntax and imports that old versions know.
import { MINIMUM_NODE, nodeIsTooOld } from './node-version.mjs';

if (nodeIsTooOld(process.versions.node)) {
  console.error(
    `Buildtray needs Node ${MINIMUM_NODE} or newer, and this is ${process.versions.node}: run the ` +
      'script through npm (`npm start`, `npm test`), which downloads a Node that fits.',
  );
  process.exit(1);
}
