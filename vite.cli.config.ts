import { resolve } from 'node:path';
import { defineConfig } from 'vite';

// The command line in one file, for the oldest Node that package.json names. Everything is bundled
// but the native module, which finds its binary beside itself.
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'out/cli',
    emptyOutDir: true,
    target: 'node20.18',
    rolldownOptions: {
      input: resolve('main/cli/buildtray.ts'),
      output: { format: 'es', entryFileNames: 'buildtray.js' },
    },
  },
  ssr: { noExternal: true, external: ['@lydell/node-pty'], target: 'node' },
});
