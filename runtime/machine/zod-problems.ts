import type { z } from 'zod'
import type { Problem } from './types.ts'

type Fault = z.core.$ZodIssue

/** Faults found by a schema, as problems located by path. `root` is the path of what was checked. */
export function problemsOfZod(
  faults: readonly Fault[],
  {
    root = [],
    nodeOf,
  }: { root?: readonly PropertyKey[]; nodeOf: (path: readonly PropertyKey[]) => string | undefined },
): Problem[] {
  return faults.slice(0, mostFaults).map((fault) => {
    const path = [...root, ...fault.path]
    const node = nodeOf(path)
    return {
      severity: 'error',
      ...describeFault(fault),
      path: path.map(String).join('.'),
      ...(node === undefined ? {} : { node }),
    }
  })
}

/** A page of faults is enough to see that a document is not one. */
const mostFaults = 200

function describeFault(fault: Fault): { code: string; values?: Problem['values'] } {
  switch (fault.code) {
    case 'invalid_type':
      return fault.input === undefined && fault.message.includes('undefined')
        ? { code: 'missing-field' }
        : { code: 'wrong-type', values: { expected: fault.expected } }
    case 'too_small':
      return { code: 'too-small', values: { least: Number(fault.minimum) } }
    case 'too_big':
      return { code: 'too-big', values: { most: Number(fault.maximum) } }
    case 'invalid_value':
      return { code: 'not-allowed', values: { allowed: fault.values.map(String).join(', ') } }
    case 'unrecognized_keys':
      return { code: 'unknown-field', values: { field: fault.keys.join(', ') } }
    case 'invalid_format':
      return { code: 'wrong-format', values: { format: fault.format } }
    case 'custom':
      return isCode(fault.message)
        ? { code: fault.message }
        : { code: 'invalid-value', values: { detail: fault.message } }
    default:
      return { code: 'invalid-value', values: { detail: fault.message } }
  }
}

/** A kind's own refinement may name a problem code as its message. */
function isCode(message: string): boolean {
  return /^[a-z]+(-[a-z]+)*$/.test(message)
}
