import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ImportLimits } from '../import-limits.ts'
import { type ByteScan, ByteScanner } from './scan-bytes.ts'

/** A file that was read once, byte by byte, and can be read again; `close` removes the copy made of a stream. */
export interface Source {
  readonly path: string
  readonly scan: ByteScan
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string
  readonly close: () => Promise<void>
}

export type SourceInput = { readonly path: string } | { readonly stream: Readable }

/**
 * Scans a file, or a stream while copying it to a temporary file: validation needs two readings, memory must not hold the
 * whole. Throws the refusals of {@link ByteScanner} without reading further.
 */
export async function openSource(input: SourceInput, options: { limits: ImportLimits }): Promise<Source> {
  if ('path' in input) {
    const seen = await scanThrough(createReadStream(input.path), { limits: options.limits })
    return { path: input.path, ...seen, close: async () => undefined }
  }
  const folder = await mkdtemp(join(tmpdir(), 'relance-import-'))
  const close = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'file')
    const seen = await scanThrough(input.stream, { limits: options.limits, copy: path })
    return { path, ...seen, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function scanThrough(
  stream: Readable,
  options: { limits: ImportLimits; copy?: string },
): Promise<Pick<Source, 'scan' | 'hash'>> {
  const scanner = new ByteScanner(options.limits)
  const hash = createHash('sha256')
  const look = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        scanner.take(chunk)
        hash.update(chunk)
        done(null, options.copy ? chunk : undefined)
      } catch (error) {
        done(error as Error)
      }
    },
  })
  if (options.copy) await pipeline(stream, look, createWriteStream(options.copy))
  else await pipeline(stream, look.resume())
  return { scan: scanner.end(), hash: hash.digest('hex') }
}
