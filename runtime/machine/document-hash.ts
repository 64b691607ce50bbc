import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical-json.ts'

/** SHA-256 (hexadecimal) of a document's canonical JSON: the version that a file pins. The same in browser and worker. */
export function documentHash(document: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(document))))
}
