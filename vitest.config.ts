import { defineConfig } from 'vitest/config'

const outside = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'pure',
          include: ['**/*.test.ts'],
          exclude: [...outside, '**/*.integration.test.ts', 'designer/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'designer',
          include: ['designer/**/*.test.ts'],
          exclude: outside,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'servers',
          include: ['**/*.integration.test.ts'],
          exclude: outside,
          globalSetup: ['runtime/testing/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['designer/e2e/**/*.e2e.ts'],
          exclude: outside,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
