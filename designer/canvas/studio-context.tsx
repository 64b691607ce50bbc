import type { NodeFace } from '@relance/sdk/define-face'
import type { Registry } from '@relance/sdk/registry'
import type { ScenarioNode } from '@relance/sdk/scenario-document'
import type { Locale, Words } from '@relance/sdk/words'
import { useSelector } from '@xstate/store-react'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { createReader, type NodeReading } from '../document/node-reading.ts'
import type { Studio, StudioStore } from '../document/studio-store.ts'
import { type Say, useLocale, useSayWords, useWords } from '../i18n/words.ts'
import { studioWords } from '../words/studio.ts'

export interface StudioContent {
  readonly store: StudioStore
  readonly registry: Registry
  readonly faces: ReadonlyMap<string, NodeFace>
  readonly read: (node: ScenarioNode) => NodeReading
  /** Looked at, not edited: on a phone, or without the right to draw. */
  readonly readOnly: boolean
  /** The language, told once for the hundreds of cards that would each listen to it. */
  readonly locale: Locale
  readonly say: Say<typeof studioWords.fr>
  readonly sayWords: (words: Words) => string
}

const StudioContext = createContext<StudioContent | null>(null)

/** Lends one open scenario and the node kinds to everything inside. */
export function StudioProvider({
  store,
  registry,
  faces,
  readOnly = false,
  children,
}: Pick<StudioContent, 'store' | 'registry' | 'faces'> & { readOnly?: boolean; children: ReactNode }) {
  const read = useMemo(() => createReader(registry), [registry])
  const say = useWords(studioWords)
  const sayWords = useSayWords()
  const locale = useLocale()
  const content = useMemo(
    () => ({ store, registry, faces, read, readOnly, say, sayWords, locale }),
    [store, registry, faces, read, readOnly, say, sayWords, locale],
  )
  return <StudioContext.Provider value={content}>{children}</StudioContext.Provider>
}

export function useStudio(): StudioContent {
  const content = useContext(StudioContext)
  if (content === null) throw new Error('useStudio outside of a StudioProvider')
  return content
}

/** A part of the studio's state, again when it changes. */
export function useStudioState<T>(select: (studio: Studio) => T, same?: (left: T | undefined, right: T) => boolean): T {
  return useSelector(useStudio().store, ({ context }) => select(context), same)
}
