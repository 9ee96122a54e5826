import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/integration/**/*.test.ts'],
    globalSetup: 'test/support/own-state.ts',
    // Only for what hangs: a busy machine may take its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
