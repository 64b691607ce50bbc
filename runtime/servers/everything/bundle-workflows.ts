import { workflowBundle } from '../../activities/workflow-bundle.ts'

/**
 * Runs before the worker and ends, so that the memory that the bundler takes (some 150 MB) is given back:
 * `bundle-workflows.ts FOLDER`.
 */
await workflowBundle({ folder: process.argv[2]! })
