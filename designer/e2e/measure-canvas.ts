import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registry } from '@relance/nodes/registry'
import chromium from '@sparticuz/chromium'
import { type Page, chromium as playwright } from 'playwright-core'
import { build } from 'vite'
import { arrange } from '../canvas/geometry/arrange.ts'
import { applyCommand } from '../document/command.ts'
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
  readonly figure: string
  readonly budget: string
  /** Of scripts, styles and layout: what can be compared on a machine that others use too. */
  readonly cpuMs: number
}

/** Milliseconds of processor time that scripts, styles and layout of the page have used. */
type CpuClock = () => Promise<number>

async function cpuClock(page: Page): Promise<CpuClock> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' })
  await session.send('Performance.enable')
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    const counted = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']
    return metrics.reduce((sum, { name, value }) => sum + (counted.includes(name) ? value * 1_000 : 0), 0)
  }
}

async function timed<T>(clock: CpuClock, run: () => Promise<T>): Promise<{ value: T; cpuMs: number }> {
  const before = await clock()
  const value = await run()
  return { value, cpuMs: (await clock()) - before }
}

/** Milliseconds from a key press to the end of the next frame that was painted after it. */
async function keyToPaint(page: Page, key: string): Promise<number> {
  await page.evaluate('relanceProbe.hearKey()')
  await page.keyboard.press(key)
  return page.evaluate('relanceProbe.keyMs')
}

/** Frames per second while a card is dragged for two seconds, and how many moves that were. */
async function dragFrames(page: Page): Promise<{ fps: number; moves: number }> {
  const box = (await page.locator('.react-flow__node[data-id="step-1"]').boundingBox())!
  await page.mouse.move(box.x + 60, box.y + 24)
  await page.mouse.down()
  await page.evaluate('relanceProbe.countFrames()')
  const until = Date.now() + 2_000
  let moves = 0
  for (; Date.now() < until; moves += 1) {
    await page.mouse.move(box.x + 60 + Math.sin(moves / 12) * 160, box.y + 24 + Math.cos(moves / 12) * 30)
  }
  const frames = await page.evaluate<number[]>('relanceProbe.frames')
  await page.mouse.up()
  return { fps: ((frames.length - 1) * 1_000) / (frames.at(-1)! - frames[0]!), moves }
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
    await openedMs(page, url)
    const clock = await cpuClock(page)
    const opened = await openedMs(page, url)
    await page.waitForTimeout(1_500)
    const first = page.locator('.react-flow__node[data-id="step-1"]')
    await first.focus()
    const drag = await timed(clock, () => dragFrames(page))
    await first.focus()
    const undo = await timed(clock, () => keyToPaint(page, 'Control+z'))
    await page.keyboard.press('Control+Shift+Z')
    await page.waitForTimeout(1_500)
    const layout = await timed(clock, () => keyToPaint(page, 'Shift+R'))
    await page.waitForTimeout(1_500)
    const undoAll = await timed(clock, () => keyToPaint(page, 'Control+z'))
    const { fps, moves } = drag.value
    const ms = (value: number) => `${value.toFixed(0)} ms`
    return [
      {
        work: "open: server's answer to painted drawing",
        figure: ms(opened.drawing),
        budget: '< 1000 ms',
        cpuMs: Number.NaN,
      },
      { work: 'open: address to painted drawing, cached', figure: ms(opened.all), budget: '', cpuMs: Number.NaN },
      { work: 'drag a card', figure: `${fps.toFixed(0)} frames/s`, budget: '≥ 50 frames/s', cpuMs: drag.cpuMs / moves },
      { work: 'undo a move: key to paint', figure: ms(undo.value), budget: '< 50 ms', cpuMs: undo.cpuMs },
      { work: 'lay out: key to paint', figure: ms(layout.value), budget: '< 1000 ms', cpuMs: layout.cpuMs },
      { work: 'undo the layout: key to paint', figure: ms(undoAll.value), budget: '', cpuMs: undoAll.cpuMs },
    ]
  } finally {
    await browser.close()
  }
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'relance-canvas-'))
  const loose = largeScenario(steps)
  const placed = applyCommand(loose, arrange(loose, { read: createReader(registry) }))
  await build({ root: new URL('..', import.meta.url).pathname, logLevel: 'error', build: { outDir: folder } })
  const server = await serveDesigner({ folder, document: 'refused' in placed ? loose : placed.document })
  try {
    for (const { work, figure, budget, cpuMs } of await measure(server.url)) {
      const cpu = Number.isNaN(cpuMs) ? '' : `${cpuMs.toFixed(1)} ms of processor each`
      process.stdout.write(`${work.padEnd(44)}${figure.padStart(14)}  ${budget.padEnd(16)}${cpu}\n`)
    }
  } finally {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

await main()
