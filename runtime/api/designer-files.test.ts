import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveDesigner } from './designer-files.ts'

let home: string
let server: Server
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'relance-pages-'))
  const folder = join(home, '.hidden', 'dist')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'index.html'), '<title>Relance</title>')
  await writeFile(join(home, '.hidden', 'secret.txt'), 'secret')
  server = createServer(express().use(serveDesigner(folder)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await rm(home, { recursive: true, force: true })
})

/** The path as it stands: `fetch` would tidy the dots away. */
function get(path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    request({ host: '127.0.0.1', port, path, agent: false }, async (response) => {
      let text = ''
      for await (const part of response) text += part
      resolve({ status: response.statusCode!, text })
    })
      .on('error', reject)
      .end()
  })
}

test('the page opens at any address, also where the checkout lies below a hidden folder', async () => {
  for (const path of ['/', '/invoices/FR%3AF-1%3A2026']) {
    expect(await get(path)).toEqual({ status: 200, text: '<title>Relance</title>' })
  }
})

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
])('%s leads to nothing outside the pages', async (path) => {
  expect((await get(path)).text).not.toContain('secret')
})
