import { resolve } from 'node:path';
import { defineConfig } from 'vite';

// Each bench in one file for plain Node, which reads no TypeScript.
// biome-ignore lint/style/noDefaultExport: Vite wants one
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'out/bench',
    emptyOutDir: true,
    target: 'node22.12',
    rolldownOptions: {
      input: {
        bench: resolve('bench/bench.ts'),
        log: resolve('bench/log-reader.ts'),
        desktop: resolve('bench/desktop/desktop.ts'),
        hour: resolve('bench/desktop/hour.ts'),
        window: resolve('bench/desktop/window.ts'),
      },
      external: ['@playwright/test', '@particle/dbus-next'],
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: true, target: 'node' },
});
