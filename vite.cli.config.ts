import { resolve } from 'node:path';
import { defineConfig } from 'vite';

// Whose code is in a bundle: scripts/build/licence-lists.mjs reads it there.
const license = { fileName: '.vite/licences.json' };

// The command line, for the oldest Node that package.json names. Everything is bundled but the native
// module, which finds its binary beside itself.
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'out/cli',
    emptyOutDir: true,
    target: 'node22.12',
    license,
    rolldownOptions: {
      input: resolve('main/cli/buildtray.ts'),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: true, external: ['@lydell/node-pty'], target: 'node' },
});
