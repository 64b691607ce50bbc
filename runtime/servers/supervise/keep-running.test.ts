import { expect, test } from 'vitest'
import { keepRunning } from './keep-running.ts'

/** Something whose end the test decides. */
function mortal(pid: number) {
  let die = (_reason: string): void => {}
  const ended = new Promise<string>((resolve) => {
    die = resolve
  })
  return { pid, ended, die, stop: async () => die('stopped') }
}

test('a program that crashes is started again, and the crash is told', async () => {
  const born = [mortal(1), mortal(2)]
  const lines: string[] = []
  const started: Promise<void>[] = []
  let again = (): void => {}
  started.push(new Promise((resolve) => (again = resolve)))
  const kept = await keepRunning({
    name: 'worker',
    async start(before?: ReturnType<typeof mortal>) {
      if (before) again()
      return before ? born[1]! : born[0]!
    },
    report: (line) => lines.push(line),
    giveUp: () => {},
  })
  born[0]!.die('exit code 1')
  await started[0]
  await Promise.resolve()
  expect(kept.current.pid).toBe(2)
  expect(lines).toEqual(['worker ended (exit code 1); starting it again'])
  await kept.stop()
})

test('a program that crashes again and again is given up, so that the machine is not kept busy', async () => {
  let count = 0
  const reason = await new Promise<string>((resolve) => {
    keepRunning({
      name: 'worker',
      async start() {
        const one = mortal(++count)
        one.die('exit code 1')
        return one
      },
      report: () => {},
      giveUp: resolve,
    })
  })
  expect(reason).toBe('worker keeps ending')
  expect(count).toBe(5)
})

test('a program that was asked to stop is not started again', async () => {
  let count = 0
  const kept = await keepRunning({
    name: 'worker',
    start: async () => mortal(++count),
    report: () => {},
    giveUp: () => {},
  })
  await kept.stop()
  expect(count).toBe(1)
})

test('a program that cannot be started while what it needs is itself away is tried again', async () => {
  let tries = 0
  const first = mortal(1)
  const lines: string[] = []
  const back = new Promise<void>((resolve) => {
    keepRunning({
      name: 'worker',
      async start(before?: ReturnType<typeof mortal>) {
        if (!before) return first
        if (++tries < 3) throw new Error('the server does not answer')
        resolve()
        return mortal(2)
      },
      report: (line) => lines.push(line),
      giveUp: (reason) => lines.push(`given up: ${reason}`),
    })
  })
  await Promise.resolve()
  first.die('ended by SIGKILL')
  await back
  expect(lines).toEqual([
    'worker ended (ended by SIGKILL); starting it again',
    'worker could not be started (the server does not answer); trying again',
    'worker could not be started (the server does not answer); trying again',
  ])
})
