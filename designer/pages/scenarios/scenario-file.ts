import type { BodyOf } from '@relance/runtime/contract/routes'
import { plainText } from '../../format/match.ts'

export type Document = BodyOf<'createScenario'>['document']

/** An id from a name that no scenario has yet: letters, digits and dashes. */
export function idFrom(name: string, taken: readonly string[]): string {
  const slug = plainText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
  const stem = slug === '' ? 'scenario' : slug
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? stem : `${stem}-${n}`
    if (!taken.includes(id)) return id
  }
}

/** An empty page to draw on. */
export function blankDocument(name: string, taken: readonly string[]): Document {
  return {
    format: 'relance.scenario/1',
    id: idFrom(name, taken),
    name,
    entries: { open: null },
    nodes: [],
    edges: [],
  }
}

/** The document in a file, or null when it holds no scenario; the server checks the rest. */
export function readDocument(text: string): Document | null {
  try {
    const read = JSON.parse(text) as Partial<Document> | null
    return read?.format === 'relance.scenario/1' && typeof read.name === 'string' ? (read as Document) : null
  } catch {
    return null
  }
}

/** Hands a document to the browser as a file. */
export function saveDocument(document_: Document): void {
  const blob = new Blob([`${JSON.stringify(document_, null, 2)}\n`], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${document_.id}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}
