import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'

/** Bytes, compressed by gzip, of every script and style that the first page asks for: what is there before any canvas. */
export async function firstPageBytes(browser: Browser, { origin }: { origin: string }): Promise<number> {
  const page = await browser.newPage()
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (!/\.(js|css)$/.test(new URL(response.url()).pathname)) return
    sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
  })
  await page.goto(origin, { waitUntil: 'networkidle' })
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await page.close()
  return bytes
}
