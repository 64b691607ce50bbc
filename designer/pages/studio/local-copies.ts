import { type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { z } from 'zod'

/** What was drawn and had not reached the server, as this browser keeps it. */
const copySchema = z.object({
  document: scenarioDocumentSchema,
  /** The revision that it was drawn on. */
  revision: z.int(),
  /** When it was last drawn on. */
  at: z.iso.datetime(),
})
export type LocalCopy = z.output<typeof copySchema>

/** Each open window has a place of its own, so that two windows never overwrite each other's work. */
export function placeFor(scenario: string): string {
  return `${stemOf(scenario)}${crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)}`
}

/** False when the browser has no room left or keeps nothing. */
export function keepCopy(
  place: string,
  { document, revision }: { document: ScenarioDocument; revision: number },
): boolean {
  try {
    localStorage.setItem(place, JSON.stringify({ document, revision, at: new Date().toISOString() }))
    return true
  } catch {
    return false
  }
}

export function dropCopy(place: string): void {
  localStorage.removeItem(place)
}

/** Copies that windows which are gone left behind, the latest first. What cannot be read as a scenario is left alone. */
export function copiesOf(scenario: string, { alive }: { alive: ReadonlySet<string> }) {
  return Object.keys(localStorage)
    .filter((place) => place.startsWith(stemOf(scenario)) && !alive.has(place))
    .flatMap((place) => {
      const copy = readCopy(place)
      return copy === null ? [] : [{ place, ...copy }]
    })
    .sort((left, right) => right.at.localeCompare(left.at))
}

function stemOf(scenario: string): string {
  return `relance.draft.${scenario}/`
}

function readCopy(place: string): LocalCopy | null {
  try {
    return copySchema.safeParse(JSON.parse(localStorage.getItem(place) ?? 'null')).data ?? null
  } catch {
    return null
  }
}

/** Tells other windows that this place is in use, as long as this window lives. */
export function holdPlace(place: string): () => void {
  let letGo = () => {}
  void navigator.locks?.request(place, () => new Promise<void>((done) => (letGo = done)))
  return () => letGo()
}

/** The places that windows which are open hold. */
export async function heldPlaces(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return new Set(held.map(({ name }) => name ?? ''))
}
