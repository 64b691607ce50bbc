import { spawn } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { identify } from '../home/process-identity.ts'
import { startGuarded } from './guarded-process.ts'

const newLog = async () => join(await mkdtemp(join(tmpdir(), 'relance-guard-')), 'server.log')
const module = fileURLToPath(new URL('./guarded-process.ts', import.meta.url))

async function gone(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 80; waited++) {
    if (!identify(pid)) return true
    await sleep(100)
  }
  return false
}

test('a server that is asked to stop is stopped, and its last words are kept', async () => {
  const log = await newLog()
  const server = await startGuarded({
    name: 'polite',
    command: 'sh',
    args: ['-c', 'echo ready; trap "echo bye; exit 0" TERM; while :; do sleep 0.1; done'],
    log,
  })
  await sleep(300)
  await server.stop(5_000)
  expect(identify(server.pid)).toBeUndefined()
  expect(await readFile(log, 'utf8')).toBe('ready\nbye\n')
})

test('a server that does not listen is killed after its time of grace', async () => {
  const server = await startGuarded({
    name: 'deaf',
    command: 'sh',
    args: ['-c', 'trap "" TERM; while :; do sleep 0.1; done'],
    log: await newLog(),
  })
  const from = Date.now()
  await server.stop(500)
  expect(Date.now() - from).toBeLessThan(3_000)
  expect(await gone(server.pid)).toBe(true)
})

test('a server whose end nobody asked for tells why', async () => {
  const server = await startGuarded({ name: 'weak', command: 'sh', args: ['-c', 'exit 3'], log: await newLog() })
  expect(await server.ended).toBe('exit code 3')
})

test.each([
  ['a server', false],
  ['a server that reads its own input', true],
])(
  '%s does not outlive Relance, even when Relance is killed outright',
  async (_which, watchesStdin) => {
    const log = await newLog()
    const args = watchesStdin ? ['-c', 'cat; exit'] : ['-c', 'exec sleep 600']
    const options = JSON.stringify({ name: 'orphan', command: 'sh', args, log, watchesStdin })
    const program = `import { startGuarded } from ${JSON.stringify(module)}
    const server = await startGuarded(${options})
    console.log(server.pid)`
    const relance = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pid = await new Promise<number>((resolve) => relance.stdout.once('data', (text) => resolve(Number(text))))
    expect(identify(pid)).toBeDefined()
    relance.kill('SIGKILL')
    expect(await gone(pid)).toBe(true)
  },
  20_000,
)
