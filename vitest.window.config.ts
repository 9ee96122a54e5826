import { defineConfig } from 'vitest/config';

// Every page on a fake of the contract: a document, but no browser and no Electron.
export default defineConfig({
  test: {
    include: ['test/window/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    environmentOptions: {
      happyDOM: {
        width: 1280,
        height: 800,
        // Menus and dialogs are there at once.
        settings: { device: { prefersReducedMotion: 'reduce' } },
      },
    },
    setupFiles: 'test/window/support/setup.ts',
    maxWorkers: '100%',
    // Only for what hangs: a busy machine may take its time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
