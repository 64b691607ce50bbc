import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockHome } from './lock-home.ts'
import { openHome } from './open-home.ts'
import { identify, isAlive } from './process-identity.ts'
import { readRunning, recordFile } from './running-record.ts'

const newHome = () => mkdtemp(join(tmpdir(), 'relance-home-'))

test('a second start on the same folder is refused and told where the first one is', async () => {
  const home = await newHome()
  const first = await lockHome(home)
  first.publish({ page: 'http://localhost:3000', environment: {}, children: [] })
  await expect(lockHome(home)).rejects.toMatchObject({
    code: 'home-locked',
    data: { home, pid: process.pid, page: 'http://localhost:3000' },
  })
  expect(readRunning(home)?.page).toBe('http://localhost:3000')
  first.release()
})

test('once stopped, the folder is free again', async () => {
  const home = await newHome()
  ;(await lockHome(home)).release()
  expect(existsSync(recordFile(home))).toBe(false)
  ;(await lockHome(home)).release()
})

test('a start that was killed does not keep the folder, even when its process number was given out again', async () => {
  const home = await newHome()
  const left = { pid: process.pid, began: 'long ago', page: '', environment: {}, children: [] }
  await writeFile(recordFile(home), JSON.stringify(left))
  expect(readRunning(home)).toBeUndefined()
  ;(await lockHome(home)).release()
})

test('a lock that was cut short by a full disk does not keep the folder', async () => {
  const home = await newHome()
  await writeFile(recordFile(home), '{"pid": 12')
  ;(await lockHome(home)).release()
})

test('servers left by a killed start are cleared away before new ones write the same files', async () => {
  const home = await newHome()
  const server = spawn('sleep', ['600'], { stdio: 'ignore' })
  const child = identify(server.pid ?? 0)!
  const left = { pid: 1, began: 'long ago', page: '', environment: {}, children: [child] }
  await writeFile(recordFile(home), JSON.stringify(left))
  ;(await lockHome(home)).release()
  expect(isAlive(child)).toBe(false)
}, 20_000)

test('of two starts that find the same stale lock, one goes on', async () => {
  const home = await newHome()
  await writeFile(recordFile(home), JSON.stringify({ pid: 1, began: 'long ago', children: [] }))
  const results = await Promise.allSettled([lockHome(home), lockHome(home)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a folder that is in truth a file is refused with the cure', async () => {
  const home = join(await newHome(), 'file')
  await writeFile(home, '')
  await expect(openHome(home)).rejects.toMatchObject({ code: 'home-unusable', data: { cause: 'not-a-folder' } })
})

test('a folder that cannot be written to is refused with the cure', async () => {
  const opening = openHome('/proc/relance')
  await expect(opening).rejects.toMatchObject({ code: 'home-unusable', data: { cause: 'read-only' } })
  await expect(opening).rejects.toThrow(/name another folder in RELANCE_HOME/)
})
