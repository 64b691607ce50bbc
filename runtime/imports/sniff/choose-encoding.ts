import type { importEncodings } from '../../contract/imports.ts'
import { ImportError } from '../import-error.ts'
import type { ByteScan } from './scan-bytes.ts'

/** Encodings that are read, by the names shown to people. */
export type Encoding = (typeof importEncodings)[number]

/** The encoding that the bytes speak for, or the `wanted` one where they allow it. Throws `unknown-encoding`. */
export function chooseEncoding(scan: ByteScan, options: { wanted?: Encoding } = {}): Encoding {
  const { wanted } = options
  if (wanted !== undefined) {
    if (wanted.startsWith('UTF-8') && !scan.validUtf8)
      throw new ImportError('unknown-encoding', { values: { encoding: wanted } })
    return wanted
  }
  if (scan.bom === 'utf-16le') return 'UTF-16LE'
  if (scan.bom === 'utf-16be') return 'UTF-16BE'
  if (scan.validUtf8) return scan.bom === 'utf-8' ? 'UTF-8 (BOM)' : 'UTF-8'
  if (scan.windowsOnly) return 'Windows-1252'
  return scan.latin9Only ? 'ISO-8859-15' : 'ISO-8859-1'
}

/** Name under which the decoder knows an encoding. */
export function decoderOf(encoding: Encoding): string {
  return encoding === 'UTF-8 (BOM)' ? 'UTF-8' : encoding
}
