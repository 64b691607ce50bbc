import { createServer, type RequestListener, type Server } from 'node:http'
import { RelanceError } from '../errors.ts'

/** An HTTP server that listens. Throws `port-busy`. */
export function listen(app: RequestListener, { port, host }: { port: number; host: string }): Promise<Server> {
  const server = createServer(app)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new RelanceError('port-busy', { port, variable: 'PORT' }) : error)
    })
    server.listen({ port, host }, () => resolve(server))
  })
}

/** Takes no more requests, lets those under way end within `grace` ms and closes. */
export async function close(server: Server, grace: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), grace)
  await closed
  clearTimeout(late)
}
