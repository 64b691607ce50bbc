import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

/** One line per API request: route, status and time. Ids, queries and bodies stay out: they name people and amounts. */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now()
    response.on('finish', () => {
      const ms = Math.round(performance.now() - start)
      const route = (response.locals.route as string | undefined) ?? 'unknown'
      const level = response.statusCode >= 500 ? 'error' : 'debug'
      log[level]({ method: request.method, route, status: response.statusCode, ms }, 'request')
    })
    next()
  }
}
