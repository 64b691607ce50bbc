import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registry } from '@relance/nodes/registry'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { build } from 'vite'
import { median, type Row } from '../../runtime/bench/report.ts'
import { arrange } from '../canvas/geometry/arrange.ts'
import { largeScenario } from '../document/large-scenario.ts'
import { createReader } from '../document/node-reading.ts'
import { firstPageBytes } from './first-page-bytes.ts'
import { serveDesigner } from './serve-designer.ts'

const steps = 500
const rounds = 5

/**
 * The budgets of the canvas on a scenario of 500 steps, and of the first page, in a real browser on the built designer. The
 * best of the rounds is the work itself, the rest is what else the machine did.
 */
export async function benchCanvas(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'relance-canvas-'))
  await build({ root: new URL('..', import.meta.url).pathname, logLevel: 'error', build: { outDir: folder } })
  const server = await serveDesigner({ folder, document: spreadScenario() })
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  })
  try {
    const bytes = await firstPageBytes(browser, { origin: new URL(server.url).origin })
    return [weight(bytes), ...(await measure(browser, server.url))]
  } finally {
    await browser.close()
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function weight(bytes: number): Row {
  const kilobytes = bytes / 1_000
  return row(
    'first page: scripts and styles, gzip',
    { figure: `${kilobytes.toFixed(0)} kB`, budget: '< 250 kB' },
    kilobytes < 250,
  )
}

function row(work: string, { figure, budget }: Pick<Row, 'figure' | 'budget'>, kept: boolean): Row {
  return { work, figure, floor: '', ratio: '', budget, kept }
}

/** Milliseconds of several rounds against the most that is allowed. */
function time(work: string, { figures, most }: { figures: readonly number[]; most: number }): Row {
  const best = Math.min(...figures)
  const figure = `${best.toFixed(0)} ms (median ${median(figures).toFixed(0)})`
  return row(`canvas of ${steps} steps: ${work}`, { figure, budget: `< ${most} ms` }, best < most)
}

/** Frames per second of several stretches against the least that is wanted. */
function rate(work: string, { figures, least }: { figures: readonly number[]; least: number }): Row {
  const best = Math.max(...figures)
  const figure = `${best.toFixed(0)} frames/s (median ${median(figures).toFixed(0)})`
  return row(`canvas of ${steps} steps: ${work}`, { figure, budget: `≥ ${least} frames/s` }, best >= least)
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

async function openedMs(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' })
  const { drawing } = await page.evaluate<{ drawing: number }>('relanceProbe.opened()')
  return drawing
}

async function measure(browser: Browser, url: string): Promise<Row[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript({ path: new URL('canvas-probe.js', import.meta.url).pathname })
  const opened: number[] = []
  for (let round = 0; round < rounds; round += 1) opened.push(await openedMs(page, url))
  await page.waitForTimeout(1_500)
  await page.locator('.react-flow__node[data-id="step-1"]').focus()
  const drag = await dragFrames(page)
  const [undo, layout]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    await page.locator('.react-flow__node[data-id="step-1"]').focus()
    for (const [key, kept] of [['Alt+ArrowDown'], ['Control+z', undo], ['Shift+R', layout], ['Control+z']] as const) {
      const spent = await keyToPaint(page, key)
      kept?.push(spent)
      await page.waitForTimeout(1_500)
    }
  }
  return [
    time("open, server's answer to painted drawing", { figures: opened, most: 1_000 }),
    rate('drag a card', { figures: drag, least: 50 }),
    time('undo, key to paint', { figures: undo, most: 50 }),
    time('lay out, key to paint', { figures: layout, most: 1_000 }),
  ]
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
