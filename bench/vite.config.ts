import { resolve } from 'node:path';
import { defineConfig } from 'vite';

// The bench's master in one file for plain Node, which reads no TypeScript.
// biome-ignore lint/style/noDefaultExport: Vite wants one
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'out/bench',
    emptyOutDir: true,
    target: 'node20.18',
    rolldownOptions: {
      input: resolve('bench/bench.ts'),
      output: { format: 'es', entryFileNames: 'bench.js' },
    },
  },
  ssr: { noExternal: true, target: 'node' },
});
