/** Lets few in at a time; the next ones wait, each for `patience` ms at most. */
export function fewAtOnce({ size, patience }: { size: number; patience: number }) {
  const waiting = new Set<() => void>()
  let inside = 0
  return {
    /** True once inside; false when nobody has left for too long. */
    async enter(): Promise<boolean> {
      if (inside < size) {
        inside += 1
        return true
      }
      return new Promise((resolve) => {
        const comeIn = () => {
          clearTimeout(timer)
          resolve(true)
        }
        const timer = setTimeout(() => {
          waiting.delete(comeIn)
          resolve(false)
        }, patience)
        waiting.add(comeIn)
      })
    },
    leave(): void {
      const [next] = waiting
      if (next) {
        waiting.delete(next)
        next()
      } else inside -= 1
    },
  }
}
