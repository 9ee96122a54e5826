import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/{integration,protection}/**/*.test.ts'],
    globalSetup: 'test/support/own-state.ts',
    // Half the processors would stay idle: many of these wait for processes.
    maxWorkers: '100%',
    // Only for what hangs: a busy machine may take its time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
