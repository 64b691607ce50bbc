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
}

/** Milliseconds from a key press to the end of the next frame that was painted after it. */
async function keyToPaint(page: Page, key: string): Promise<number> {
  await page.evaluate('relanceProbe.hearKey()')
  await page.keyboard.press(key)
  return page.evaluate('relanceProbe.keyMs')
}

/** Frames per second while a card is dragged for two seconds. */
async function dragFrames(page: Page): Promise<number> {
  const box = (await page.locator('.react-flow__node[data-id="step-1"]').boundingBox())!
  await page.mouse.move(box.x + 60, box.y + 24)
  await page.mouse.down()
  await page.evaluate('relanceProbe.countFrames()')
  const until = Date.now() + 2_000
  for (let at = 0; Date.now() < until; at += 1) {
    await page.mouse.move(box.x + 60 + Math.sin(at / 12) * 160, box.y + 24 + Math.cos(at / 12) * 90)
  }
  const frames = await page.evaluate<number[]>('relanceProbe.frames')
  await page.mouse.up()
  return ((frames.length - 1) * 1_000) / (frames.at(-1)! - frames[0]!)
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
    const opened = await openedMs(page, url)
    await page.waitForTimeout(1_500)
    await page.locator('.react-flow__node[data-id="step-1"]').focus()
    const frames = await dragFrames(page)
    await page.locator('.react-flow__node[data-id="step-1"]').focus()
    const undo = await keyToPaint(page, 'Control+z')
    await page.keyboard.press('Control+Shift+Z')
    const layout = await keyToPaint(page, 'Shift+R')
    const undoAll = await keyToPaint(page, 'Control+z')
    return [
      {
        work: 'open, from the answer of the server to the painted drawing',
        figure: `${opened.drawing.toFixed(0)} ms`,
        budget: '< 1000 ms',
      },
      { work: 'open, from the address, everything in the cache', figure: `${opened.all.toFixed(0)} ms`, budget: '' },
      { work: 'drag a card', figure: `${frames.toFixed(0)} frames/s`, budget: '≥ 50 frames/s' },
      { work: 'undo a move, key to paint', figure: `${undo.toFixed(0)} ms`, budget: '< 50 ms' },
      { work: 'lay out, key to paint', figure: `${layout.toFixed(0)} ms`, budget: '< 1000 ms' },
      { work: 'undo the layout (every card moves), key to paint', figure: `${undoAll.toFixed(0)} ms`, budget: '' },
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
    for (const { work, figure, budget } of await measure(server.url)) {
      process.stdout.write(`${work.padEnd(64)}${figure.padStart(14)}  ${budget}\n`)
    }
  } finally {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

await main()
