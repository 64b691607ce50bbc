import type { RequestHandler, Response } from 'express'
import type { ChangeHub } from './change-hub.ts'

/** Keeps proxies from closing a quiet stream (ms). */
const heartbeat = 20_000

/** Server-sent events at `/api/events`: `{ topic, id }` for each change, `id` null when many or unknown. */
export function createEventStream(hub: ChangeHub) {
  const open = new Set<Response>()

  const handler: RequestHandler = (_request, response) => {
    response.set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    })
    response.flushHeaders()
    response.write('retry: 2000\n\n')
    open.add(response)
    const stop = hub.listen((change) => response.write(`data: ${JSON.stringify(change)}\n\n`))
    const pulse = setInterval(() => response.write(': still here\n\n'), heartbeat).unref()
    response.on('close', () => {
      stop()
      clearInterval(pulse)
      open.delete(response)
    })
  }

  return {
    handler,
    /** Ends every stream, so that the server can close. */
    close() {
      for (const response of open) response.end()
    },
  }
}
