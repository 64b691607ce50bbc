import { ImportError } from '../import-error.ts'
import type { ImportLimits } from '../import-limits.ts'

/** What the bytes of a whole file tell, read once without keeping them. */
export interface ByteScan {
  readonly bytes: number
  readonly bom: 'utf-8' | 'utf-16le' | 'utf-16be' | null
  readonly validUtf8: boolean
  readonly ascii: boolean
  /** Bytes 0x80–0x9F, which only Windows code pages print. */
  readonly windowsOnly: boolean
  /** Bytes that are letters in ISO-8859-15 (€, Œ, œ, Š, Ž …) and rare signs in ISO-8859-1. */
  readonly latin9Only: boolean
}

const latin9 = new Set([0xa4, 0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe])
const signatures: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['XLSX, ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['GZIP', [0x1f, 0x8b]],
]

/** Looks at every byte as it passes; refuses a binary, an endless line and a file too large as soon as it is seen. */
export class ByteScanner {
  readonly #limits: ImportLimits
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true })
  #head = Buffer.alloc(0)
  #bytes = 0
  #line = 1
  #lineBytes = 0
  #bom: ByteScan['bom'] = null
  #validUtf8 = true
  #ascii = true
  #windowsOnly = false
  #latin9Only = false

  constructor(limits: ImportLimits) {
    this.#limits = limits
  }

  /** Throws {@link ImportError}: `binary-file`, `line-too-long`, `file-too-large`. */
  take(chunk: Buffer): void {
    this.#bytes += chunk.length
    if (this.#bytes > this.#limits.bytes) {
      throw new ImportError('file-too-large', { values: { limit: Math.floor(this.#limits.bytes / 1024 / 1024) } })
    }
    if (this.#head.length < 4) this.#lookAtHead(chunk)
    this.#lookAtBytes(chunk)
    this.#lookAtUtf8(chunk)
  }

  /** What was seen. Throws `empty-file`. */
  end(): ByteScan {
    const mark = this.#bom === null ? 0 : this.#bom === 'utf-8' ? 3 : 2
    if (this.#bytes <= mark) throw new ImportError('empty-file')
    this.#lookAtUtf8(null)
    return {
      bytes: this.#bytes,
      bom: this.#bom,
      validUtf8: this.#validUtf8,
      ascii: this.#ascii,
      windowsOnly: this.#windowsOnly,
      latin9Only: this.#latin9Only,
    }
  }

  #lookAtHead(chunk: Buffer): void {
    this.#head = Buffer.concat([this.#head, chunk.subarray(0, 4)]).subarray(0, 4)
    const starts = (bytes: readonly number[]) => bytes.every((byte, index) => this.#head[index] === byte)
    const kind = signatures.find(([, bytes]) => starts(bytes))?.[0]
    if (kind) throw new ImportError('binary-file', { values: { kind } })
    if (starts([0xef, 0xbb, 0xbf])) this.#bom = 'utf-8'
    else if (starts([0xff, 0xfe])) this.#bom = 'utf-16le'
    else if (starts([0xfe, 0xff])) this.#bom = 'utf-16be'
  }

  #lookAtBytes(chunk: Buffer): void {
    const wide = this.#bom === 'utf-16le' || this.#bom === 'utf-16be'
    for (const byte of chunk) {
      if (byte === 0x0a || byte === 0x0d) {
        this.#endLine(byte)
        continue
      }
      this.#lineBytes += 1
      if (this.#lineBytes > this.#limits.lineBytes) this.#refuseLine()
      if (byte >= 0x80) {
        this.#ascii = false
        if (byte < 0xa0) this.#windowsOnly = true
        else if (latin9.has(byte)) this.#latin9Only = true
      } else if (!wide && byte < 0x20 && byte !== 0x09 && byte !== 0x0c && byte !== 0x1a) {
        throw new ImportError('binary-file', { values: { kind: `0x${byte.toString(16).padStart(2, '0')}` } })
      }
    }
  }

  #endLine(byte: number): void {
    if (byte === 0x0a) this.#line += 1
    this.#lineBytes = 0
  }

  #refuseLine(): never {
    const limit = Math.floor(this.#limits.lineBytes / 1024)
    throw new ImportError('line-too-long', { values: { line: this.#line, limit }, line: this.#line })
  }

  #lookAtUtf8(chunk: Buffer | null): void {
    if (!this.#validUtf8) return
    try {
      this.#utf8.decode(chunk ?? undefined, { stream: chunk !== null })
    } catch {
      this.#validUtf8 = false
    }
  }
}
