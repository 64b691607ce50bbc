import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core'

/** Flags of the packaged browser that would weaken what is under test, or end it with its first window. */
const unwanted = new Set(['--single-process', '--no-zygote', '--disable-web-security'])

/** A real Chromium from npm, so that the tests run on a machine that has no browser. */
export async function openBrowser(): Promise<Browser> {
  return driver.launch({
    args: chromium.args.filter((flag) => !unwanted.has(flag)),
    executablePath: await chromium.executablePath(),
  })
}

export interface View {
  readonly width: 1440 | 390
  readonly scheme: 'light' | 'dark'
  readonly locale: 'fr' | 'en'
}

export interface Window {
  readonly page: Page
  readonly context: BrowserContext
  /** What the page complained of: console errors and warnings, exceptions, requests to other hosts. */
  readonly complaints: readonly string[]
}

/** A fresh window of one visitor, who listens to what the page complains of. */
export async function openWindow(browser: Browser, { width, scheme, locale }: View): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    colorScheme: scheme,
    locale: 'fr-FR',
    reducedMotion: 'reduce',
  })
  // The frame of an e-mail preview keeps nothing, on purpose.
  await context.addInitScript(`if (self === top) localStorage.setItem('relance.locale', '${locale}')`)
  // A machine shared with a whole test run is slow; a page that never comes still fails.
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && !['localhost', '127.0.0.1'].includes(hostname)) {
      complaints.push(`asked ${hostname}`)
    }
  })
  return { page, context, complaints }
}
