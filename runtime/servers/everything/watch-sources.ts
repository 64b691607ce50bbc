import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { checkout } from '../../config.ts'
import { buildDesigner } from './build-designer.ts'

const watched = ['designer', 'nodes', 'templates', 'runtime']
const ignored = /(^|[\\/])(node_modules|dist|e2e)([\\/]|$)/
const quiet = 300

/** Builds the page and calls `changed` when the sources have changed and then rested for a moment; returns how to stop. */
export function watchSources({
  report,
  changed,
}: {
  readonly report: (line: string) => void
  readonly changed: () => void
}): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const renew = () => {
    buildDesigner(report).then(changed, (error: Error) => report(error.message))
  }
  const watchers: FSWatcher[] = watched.map((folder) =>
    watch(join(checkout, folder), { recursive: true }, (_event, file) => {
      if (!file || ignored.test(file)) return
      clearTimeout(timer)
      timer = setTimeout(renew, quiet)
    }),
  )
  return async () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
