import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SingleBar } from 'cli-progress'

const pause = 500
/** Milliseconds without a byte after which a download counts as dead. */
const patience = 20_000

/** Shows how a folder grows, by a bar on a terminal; `stalled` rejects when nothing has arrived for 20 s. */
export function watchGrowth(
  folder: string,
  { product }: { readonly product: string },
): { readonly stalled: Promise<never>; stop(): void } {
  const bar = process.stderr.isTTY ? startBar(product) : undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const stalled = new Promise<never>((_, reject) => {
    let last = { size: 0, at: Date.now() }
    const look = async () => {
      const size = await sizeOf(folder)
      if (size > last.size) last = { size, at: Date.now() }
      bar?.update(0, { megabytes: (size / 1e6).toFixed(1) })
      if (Date.now() - last.at > patience) reject(new Error('nothing arrives'))
      else if (!stopped) timer = setTimeout(look, pause)
    }
    timer = setTimeout(look, pause)
  })
  return {
    stalled,
    stop() {
      stopped = true
      clearTimeout(timer)
      bar?.stop()
    },
  }
}

function startBar(product: string): SingleBar {
  const bar = new SingleBar({
    format: `${product} {bar} {megabytes} MB · {duration_formatted}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  })
  bar.start(0, 0, { megabytes: '0.0' })
  return bar
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (entry) => (entry.isFile() ? entry.size : 0),
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
