import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'

/** The built pages: hashed assets are kept for a year, the page itself is asked for each time; any other address is a page. */
export function serveDesigner(folder: string): Router {
  const router = Router()
  const page = join(folder, 'index.html')
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
  router.use(express.static(folder, { index: false, maxAge: '1h' }))
  router.get('/{*address}', (request, response, next) => {
    if (request.path.startsWith('/api') || !existsSync(page)) return next()
    // Under a root, a checkout below a folder such as ~/.local is no hidden file.
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: folder })
  })
  return router
}
