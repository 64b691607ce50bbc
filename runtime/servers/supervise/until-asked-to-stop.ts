const pause = 1_000

export interface AskedToStop {
  /** Resolves with the reason, empty for a signal. */
  readonly stopped: Promise<string>
  /** Asks from inside. */
  stop(reason: string): void
  readonly asked: boolean
}

/**
 * Resolves at the first SIGINT, SIGTERM or SIGHUP, or when the npm that started us is gone. Further signals are ignored:
 * npm passes Ctrl-C on to us although the terminal has sent it already.
 */
export function untilAskedToStop({ underNpm }: { readonly underNpm: boolean }): AskedToStop {
  let stop = (_reason: string): void => {}
  let asked = false
  const stopped = new Promise<string>((resolve) => {
    stop = (reason) => {
      asked = true
      resolve(reason)
    }
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(''))
  if (underNpm) watchParent(() => stop(''))
  return {
    stopped,
    stop: (reason) => stop(reason),
    get asked() {
      return asked
    },
  }
}

/** npm may be killed without passing anything on; we would run on unseen, holding the port and the folder. */
function watchParent(gone: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    gone()
  }, pause)
  timer.unref()
}
