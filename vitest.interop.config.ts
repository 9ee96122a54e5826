import { defineConfig } from 'vitest/config';

// Each file starts a real Buildbot master and real workers; no figure of time is tested.
export default defineConfig({
  test: {
    include: ['test/interop/**/*.test.ts'],
    globalSetup: 'test/support/own-state.ts',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Two workers and a master race on machines that may be busy: only what fails twice counts. The
    // summary names what failed once, and in CI few may: see scripts/testing/report.mjs.
    retry: 1,
    // They wait for one another most of the time: more than processors pay.
    maxWorkers: 3,
  },
});
