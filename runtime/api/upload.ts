import { mkdir, readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Request, Response } from 'express'
import multer from 'multer'
import { RefusedError } from '../operations/refused-error.ts'
import { limits } from './limits.ts'

export interface UploadedFile {
  /** Where it was streamed to; removed once the request has been answered. */
  readonly path: string
  /** Name on the sender's machine, for people. */
  readonly name: string
}

/** Longer (ms) than any upload and import take. */
const longestStay = 6 * 3_600_000

/** Makes the folder of uploads, and removes what a process that was killed left there: ledgers name natural persons. */
export async function openUploads(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const oldest = Date.now() - longestStay
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if ((await stat(path)).mtimeMs < oldest) await unlink(path)
  }
}

/** Receives the one `file` part of a multipart body in `folder`, never in memory. */
export function createUpload(folder: string) {
  const receive = multer({
    dest: folder,
    defParamCharset: 'utf8',
    limits: {
      fileSize: limits.fileMegabytes * 1_000_000,
      files: 1,
      fields: limits.fields,
      fieldSize: limits.fieldBytes,
      parts: limits.fields + 1,
    },
  }).single('file')

  return async (request: Request, response: Response): Promise<UploadedFile> => {
    if (!request.is('multipart/form-data')) {
      throw new RefusedError('bad-media-type', { values: { expected: 'multipart/form-data' } })
    }
    await new Promise<void>((resolve, reject) => {
      receive(request, response, (error: unknown) => (error ? reject(error) : resolve()))
    })
    if (!request.file) throw new RefusedError('no-file')
    const { path, originalname } = request.file
    return { path, name: originalname.replace(/\p{Cc}/gu, '').slice(0, 200) || 'file' }
  }
}

/** Removes an upload; a file already gone is fine. */
export async function removeUpload(file: UploadedFile | undefined): Promise<void> {
  if (file) await unlink(file.path).catch(() => undefined)
}
