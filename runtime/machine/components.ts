/**
 * Strongly connected components (Tarjan 1972), without recursion: a chain of a thousand steps must not exhaust the stack.
 * Edges to ids outside `ids` are ignored. Linear in steps and lines.
 */
export function components(ids: Iterable<string>, next: (id: string) => Iterable<string>): string[][] {
  const within = new Set(ids)
  const found: string[][] = []
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const open = new Set<string>()
  const trail: string[] = []

  const visit = (root: string) => {
    const calls: { id: string; rest: Iterator<string> }[] = []
    const enter = (id: string) => {
      index.set(id, index.size)
      low.set(id, index.get(id)!)
      trail.push(id)
      open.add(id)
      calls.push({ id, rest: next(id)[Symbol.iterator]() })
    }
    enter(root)
    while (calls.length > 0) {
      const { id, rest } = calls.at(-1)!
      const step = rest.next()
      if (!step.done) {
        const target = step.value
        if (!within.has(target)) continue
        if (!index.has(target)) enter(target)
        else if (open.has(target)) low.set(id, Math.min(low.get(id)!, index.get(target)!))
        continue
      }
      calls.pop()
      const caller = calls.at(-1)
      if (caller) low.set(caller.id, Math.min(low.get(caller.id)!, low.get(id)!))
      if (low.get(id) === index.get(id)) found.push(close(id))
    }
  }

  const close = (id: string): string[] => {
    const members = trail.splice(trail.lastIndexOf(id))
    for (const member of members) open.delete(member)
    return members
  }

  for (const id of within) if (!index.has(id)) visit(id)
  return found
}
