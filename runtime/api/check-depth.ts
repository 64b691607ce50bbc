import { RefusedError } from '../operations/refused-error.ts'
import { limits } from './limits.ts'

/** Refuses a body nested deeper than any schema here: recursive validation would exhaust the stack. Walks without recursion. */
export function checkDepth(body: unknown): void {
  let level: unknown[] = [body]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.depth)
      throw new RefusedError('invalid', { errors: [{ path: '', message: `depth > ${limits.depth}` }] })
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
}
