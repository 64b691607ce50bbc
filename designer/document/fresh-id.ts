import type { ScenarioDocument } from '@relance/sdk/scenario-document'

/** An id that is free in the document, readable in files and logs: `send-email-3`. */
export function freshId(
  stem: string,
  { document, also = [] }: { document: ScenarioDocument; also?: readonly string[] },
) {
  const taken = new Set([...document.nodes, ...document.notes].map(({ id }) => id))
  for (const id of also) taken.add(id)
  const clean = stem.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, 48)
  const base = /^[A-Za-z]/.test(clean) ? clean : `step-${clean}`
  let number = 1
  while (taken.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}
