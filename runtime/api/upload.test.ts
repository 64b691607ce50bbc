import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openUploads } from './upload.ts'

test('what a killed process left among the uploads is removed, what is under way stays', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'relance-uploads-')), 'uploads')
  await openUploads(folder)
  await writeFile(join(folder, 'left'), 'ledger')
  await writeFile(join(folder, 'fresh'), 'ledger')
  const yesterday = new Date(Date.now() - 86_400_000)
  await utimes(join(folder, 'left'), yesterday, yesterday)
  await openUploads(folder)
  expect(await readdir(folder)).toEqual(['fresh'])
  await rm(join(folder, '..'), { recursive: true })
})
