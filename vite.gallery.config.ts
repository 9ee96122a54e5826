import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The window on a main process that answers as a sample says: what test/e2e/pictures photographs.
export default defineConfig({
  root: 'test/window/gallery',
  base: './',
  plugins: [react()],
  build: { outDir: '../../../out/gallery', emptyOutDir: true, target: 'chrome130' },
});
