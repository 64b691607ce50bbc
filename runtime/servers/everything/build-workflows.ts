import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkout } from '../../config.ts'
import { RelanceError } from '../../errors.ts'
import { runProgram } from '../process/run-program.ts'
import { whenSourcesChange } from './when-sources-change.ts'

const sources = ['runtime/workflows', 'runtime/machine', 'runtime/domain', 'nodes/sdk']
const program = fileURLToPath(new URL('./bundle-workflows.ts', import.meta.url))
const buildTimeout = 180_000

/** Bundles the workflows in a process that ends, so that the worker never holds the memory of the bundler. Throws `build-failed`. */
export function buildWorkflows(home: string): Promise<boolean> {
  const folder = join(home, 'bundles')
  return whenSourcesChange({ stamp: join(folder, '.built-from'), sources }, async () => {
    const args = ['--import', 'tsx', program, folder]
    await runProgram(process.execPath, args, { timeout: buildTimeout, lastLines: 20, cwd: checkout }).catch(
      (error: Error) => {
        throw new RelanceError('build-failed', { part: 'workflows', detail: error.message })
      },
    )
  })
}
