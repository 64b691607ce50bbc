import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registry } from '@relance/nodes/registry'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import chromium from '@sparticuz/chromium'
import { type Page, chromium as playwright } from 'playwright-core'
import { build } from 'vite'
import { arrange } from '../canvas/geometry/arrange.ts'
import { largeScenario } from '../document/large-scenario.ts'
import { createReader } from '../document/node-reading.ts'
import { serveDesigner } from './serve-designer.ts'

/**
 * Measures the budgets of DESIGN §9 on a scenario of 500 steps, in a real browser on this machine:
 * `npx tsx designer/e2e/measure-canvas.ts [steps]`.
 */
const steps = Number(process.argv[2] ?? 500)

interface Row {
  readonly work: string
  readonly unit: 'ms' | 'frames/s'
  readonly budget: string
  readonly figures: readonly number[]
}

const rounds = 5

/** Best and median of the rounds: the best is the work itself, the rest is what else the machine did. */
function tell({ work, unit, budget, figures }: Row): string {
  const sorted = [...figures].sort((left, right) => (unit === 'ms' ? left - right : right - left))
  const [best, median] = [sorted[0]!, sorted[Math.floor(sorted.length / 2)]!].map(
    (value) => `${value.toFixed(0)} ${unit}`,
  )
  return `${work.padEnd(44)}best ${best!.padEnd(14)}median ${median!.padEnd(14)}${budget}\n`
}

/** Milliseconds from a key press to the end of the next frame that was painted after it. */
async function keyToPaint(page: Page, key: string): Promise<number> {
  await page.evaluate('relanceProbe.hearKey()')
  await page.keyboard.press(key)
  return page.evaluate('relanceProbe.keyMs')
}

/** Frames per second while a card is dragged for two seconds: of each half second. */
async function dragFrames(page: Page): Promise<number[]> {
  const box = (await page.locator('.react-flow__node[data-id="step-1"]').boundingBox())!
  await page.mouse.move(box.x + 60, box.y + 24)
  await page.mouse.down()
  await page.evaluate('relanceProbe.countFrames()')
  const until = Date.now() + 2_000
  for (let at = 0; Date.now() < until; at += 1) {
    await page.mouse.move(box.x + 60 + Math.sin(at / 12) * 160, box.y + 24 + Math.cos(at / 12) * 30)
  }
  const frames = await page.evaluate<number[]>('relanceProbe.frames')
  await page.mouse.up()
  const start = frames[0]!
  return [0, 500, 1_000, 1_500].map(
    (from) => 2 * frames.filter((at) => at - start >= from && at - start < from + 500).length,
  )
}

async function openedMs(page: Page, url: string): Promise<{ all: number; drawing: number }> {
  await page.goto(url, { waitUntil: 'commit' })
  return page.evaluate('relanceProbe.opened()')
}

async function measure(url: string): Promise<Row[]> {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.addInitScript({ path: new URL('canvas-probe.js', import.meta.url).pathname })
    const opened = []
    for (let round = 0; round < rounds; round += 1) opened.push(await openedMs(page, url))
    await page.waitForTimeout(1_500)
    const first = page.locator('.react-flow__node[data-id="step-1"]')
    await first.focus()
    const drag = await dragFrames(page)
    const [undo, layout, undoAll]: number[][] = [[], [], []]
    for (let round = 0; round < rounds; round += 1) {
      await first.focus()
      await page.keyboard.press('Alt+ArrowDown')
      await page.waitForTimeout(1_500)
      undo!.push(await keyToPaint(page, 'Control+z'))
      await page.waitForTimeout(1_500)
      layout!.push(await keyToPaint(page, 'Shift+R'))
      await page.waitForTimeout(1_500)
      undoAll!.push(await keyToPaint(page, 'Control+z'))
      await page.waitForTimeout(1_500)
    }
    return [
      {
        work: "open: server's answer to painted drawing",
        unit: 'ms',
        budget: '< 1000 ms',
        figures: opened.map(({ drawing }) => drawing),
      },
      { work: 'open: address to painted drawing', unit: 'ms', budget: '', figures: opened.map(({ all }) => all) },
      { work: 'drag a card', unit: 'frames/s', budget: '≥ 50 frames/s', figures: drag },
      { work: 'undo: key to paint', unit: 'ms', budget: '< 50 ms', figures: undo! },
      { work: 'lay out: key to paint', unit: 'ms', budget: '< 1000 ms', figures: layout! },
      { work: 'undo the layout: key to paint', unit: 'ms', budget: '', figures: undoAll! },
    ]
  } finally {
    await browser.close()
  }
}

/** Laid out and then pulled apart a little, so that tidying up again moves every card. */
function spreadScenario(): ScenarioDocument {
  const loose = largeScenario(steps)
  const { nodes } = arrange(loose, { read: createReader(registry) })
  const spread = ({ x, y }: { x: number; y: number }) => ({ x: Math.round(x * 1.1), y: Math.round(y * 1.1) })
  return {
    ...loose,
    nodes: loose.nodes.map((node) => ({ ...node, position: spread(nodes[node.id] ?? node.position) })),
  }
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'relance-canvas-'))
  await build({ root: new URL('..', import.meta.url).pathname, logLevel: 'error', build: { outDir: folder } })
  const server = await serveDesigner({ folder, document: spreadScenario() })
  try {
    for (const row of await measure(server.url)) process.stdout.write(tell(row))
  } finally {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

await main()
