import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fakeMachine } from '../testing/fake-programs.ts'
import { findDatabase } from './find-database.ts'
import { engineOf } from './start-database.ts'

const recent = 'echo "db version v8.0.4"'
const offline = async () => {
  throw new Error('no network')
}
const java17 = `case "$*" in
  *-version*) echo 'openjdk version "17.0.15" 2025-04-15' >&2 ;;
  *compiler*) while [ $# -gt 0 ]; do [ "$1" = -d ] && folder=$2; shift; done; mkdir -p "$folder"; : > "$folder/DatabaseServer.class" ;;
esac`
const maven = `for a in "$@"; do case $a in
  -DoutputDirectory=*) folder=$(echo "$a" | cut -d= -f2-); mkdir -p "$folder"; : > "$folder/server.jar" ;;
esac; done`

test('the MongoDB that the company has installed is used first', async () => {
  const machine = await fakeMachine()
  const file = await machine.program('mongod', recent)
  expect(await findDatabase({ ...machine, vendor: offline })).toMatchObject({ file, version: '8.0.4', foundBy: 'path' })
})

test('a MongoDB too old is left alone for the one kept from an earlier start', async () => {
  const machine = await fakeMachine()
  await machine.program('mongod', 'echo "db version v4.4.29"')
  const file = await machine.cached('mongod', recent)
  expect(await findDatabase({ ...machine, vendor: offline })).toMatchObject({ file, foundBy: 'cache' })
})

test('what the vendor delivers is kept for the next start', async () => {
  const machine = await fakeMachine()
  const vendor = async (_product: string, { target }: { target: string }) => {
    await writeFile(target, `#!/bin/sh\n${recent}\n`, { mode: 0o755 })
    return target
  }
  expect(await findDatabase({ ...machine, vendor })).toMatchObject({ foundBy: 'vendor' })
  expect(await findDatabase({ ...machine, vendor: offline })).toMatchObject({ foundBy: 'cache' })
})

test('without the vendor, Maven and Java provide a database, and the next start asks neither Maven nor the vendor', async () => {
  const machine = await fakeMachine()
  await machine.program('java', java17)
  await machine.program('mvn', maven)
  expect(await findDatabase({ ...machine, vendor: offline })).toMatchObject({ engine: 'java', foundBy: 'maven' })
  await machine.program('mvn', 'exit 1')
  expect(await findDatabase({ ...machine, vendor: offline })).toMatchObject({ engine: 'java', foundBy: 'cache' })
})

test.each([
  ['no Java', {}, 'java is not on PATH; install a JDK 17 or later'],
  ['an old Java', { java: `echo 'java version "1.8.0_391"' >&2` }, 'is Java 8; install a JDK 17 or later'],
  ['no Maven', { java: java17 }, 'mvn is not on PATH; install Maven'],
])('a machine with %s is told what to install', async (_case, programs, cure) => {
  const machine = await fakeMachine()
  for (const [name, script] of Object.entries(programs)) await machine.program(name, script)
  const finding = findDatabase({ ...machine, vendor: offline })
  await expect(finding).rejects.toMatchObject({ code: 'server-missing' })
  await expect(finding).rejects.toThrow(cure)
})

test('data written by one kind of database are never left behind for another kind', async () => {
  const machine = await fakeMachine()
  await machine.program('mongod', recent)
  await machine.program('java', java17)
  await machine.program('mvn', maven)
  await mkdir(join(machine.cache, 'database'))
  await writeFile(join(machine.cache, 'database', 'java.mv'), '')
  const engine = engineOf(machine.cache)
  expect(await findDatabase({ ...machine, engine, vendor: offline })).toMatchObject({ engine: 'java' })
})
