import { defineConfig } from 'vitest/config'

const slow = ['test/**/*.slow.test.ts', 'test/pipelines/fixtures.test.ts']
const system = ['test/**/*.system.test.ts']

/** A file's name says which tests it holds: `x.test.ts`, `x.slow.test.ts`, `x.system.test.ts`. */
export default defineConfig({
  test: {
    // For what hangs, not for what is slow: a loaded machine may take ten times as long as an idle one.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    coverage: {
      include: ['src/**/*.ts', 'pipelines/**/*.ts'],
      reporter: ['json-summary'],
      reportOnFailure: true,
      reportsDirectory: 'coverage',
    },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [...slow, ...system], isolate: false },
      },
      { extends: true, test: { name: 'slow', include: slow } },
      { extends: true, test: { name: 'system', include: system, globalSetup: 'test/support/build.ts' } },
    ],
  },
})
