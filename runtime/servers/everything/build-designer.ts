import { join } from 'node:path'
import { checkout } from '../../config.ts'
import { RelanceError } from '../../errors.ts'
import { runProgram } from '../process/run-program.ts'
import { whenSourcesChange } from './when-sources-change.ts'

/** What the page is built from. */
const sources = ['designer', 'nodes', 'templates', 'runtime/machine', 'runtime/domain', 'runtime/contract']
const buildTimeout = 300_000

/** Builds the page unless `designer/dist` was built from these very sources; tells whether it did. Throws `build-failed`. */
export function buildDesigner(report: (line: string) => void): Promise<boolean> {
  const designer = join(checkout, 'designer')
  return whenSourcesChange({ stamp: join(designer, 'dist', '.built-from'), sources }, async () => {
    report('Page: building')
    const vite = join(checkout, 'node_modules', 'vite', 'bin', 'vite.js')
    const args = ['--max-old-space-size=1024', vite, 'build', '--logLevel', 'error']
    await runProgram(process.execPath, args, { timeout: buildTimeout, lastLines: 20, cwd: designer }).catch(
      (error: Error) => {
        throw new RelanceError('build-failed', { part: 'designer', detail: error.message })
      },
    )
  })
}
