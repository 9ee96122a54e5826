import { resolve } from 'node:path';
import { defineConfig } from 'vite';

// The fuzzer in one file for plain Node, which reads no TypeScript.
// biome-ignore lint/style/noDefaultExport: Vite wants one
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'out/fuzz',
    emptyOutDir: true,
    target: 'node22.12',
    rolldownOptions: {
      input: resolve('fuzz/fuzz.ts'),
      output: { format: 'es', entryFileNames: 'fuzz.js' },
    },
  },
  ssr: { noExternal: true, target: 'node' },
});
