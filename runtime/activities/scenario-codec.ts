import type { Payload, PayloadCodec } from '@temporalio/common'
import type { CompiledScenario } from '../machine/types.ts'

/**
 * A compiled scenario travels as its hash. The history of a file holds `{"$scenario":"…"}`, a few bytes; the worker puts the
 * statechart in its place before the workflow sees it. Versions are immutable, so a replay years later sees the same one.
 */
const mark = '{"$scenario":"'

/** What an activity answers in place of a scenario and the things beside it. */
export function byReference<T extends { readonly compiled: CompiledScenario }>(answer: T): T {
  const { compiled, ...rest } = answer
  return { $scenario: compiled.hash, ...rest } as unknown as T
}

/** Resolves the references. `find` throws for a scenario that is not there. */
export function createScenarioCodec(find: (hash: string) => Promise<CompiledScenario>): PayloadCodec {
  const texts = new Map<string, string>()
  const textOf = async (hash: string) => {
    const text = texts.get(hash) ?? JSON.stringify(await find(hash))
    if (texts.size > 64) texts.clear()
    texts.set(hash, text)
    return text
  }
  return {
    encode: async (payloads) => payloads,
    decode: (payloads) => Promise.all(payloads.map((payload) => resolve(payload, textOf))),
  }
}

async function resolve(payload: Payload, textOf: (hash: string) => Promise<string>): Promise<Payload> {
  const { data: bytes } = payload
  // Protobuf gives an empty array, not bytes, for a payload without content.
  if (!(bytes instanceof Uint8Array) || bytes.length > 4_096) return payload
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.toString('latin1', 0, mark.length) !== mark) return payload
  const { $scenario, ...rest } = JSON.parse(data.toString('utf8')) as { $scenario: string }
  const others = JSON.stringify(rest).slice(1, -1)
  const text = `{"compiled":${await textOf($scenario)}${others ? `,${others}` : ''}}`
  return { ...payload, data: Buffer.from(text) }
}
