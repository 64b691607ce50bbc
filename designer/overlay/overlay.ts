import { createStore } from '@xstate/store'
import { useSelector } from '@xstate/store-react'
import { createContext, useContext } from 'react'

/** What one step shows of a simulated or a real invoice. */
export interface StepMark {
  /** Where the invoice is at the moment looked at, or that it has been here. */
  readonly trail?: 'here' | 'passed'
  /** The day of the step, in words, and why it is that day. */
  readonly date?: { readonly text: string; readonly why: string | null }
}

/** What one step shows of all files. */
export interface StepFiles {
  readonly standing: number
  readonly disputed: number
}

/** What lies over the drawing and is no part of it: dates, a trail, files. By step. */
export interface Overlay {
  readonly marks: Readonly<Record<string, StepMark>>
  readonly files: Readonly<Record<string, StepFiles>>
  /** Lines that the trail took, as {@link lineOf}. */
  readonly lines: ReadonlySet<string>
}

const nothing: Overlay = { marks: {}, files: {}, lines: new Set() }

/** Names a line by the steps that it joins. */
export function lineOf(source: string, target: string): string {
  return `${source} ${target}`
}

export function createOverlay() {
  return createStore({
    context: nothing,
    on: {
      marked: (overlay, shown: Pick<Overlay, 'marks' | 'lines'>): Overlay => ({ ...overlay, ...shown }),
      counted: (overlay, { files }: Pick<Overlay, 'files'>): Overlay => ({ ...overlay, files }),
    },
  })
}

export type OverlayStore = ReturnType<typeof createOverlay>

const OverlayContext = createContext<OverlayStore>(createOverlay())
export const OverlayProvider = OverlayContext.Provider

export function useOverlayStore(): OverlayStore {
  return useContext(OverlayContext)
}

/** A part of the overlay, again when it changes. */
export function useOverlay<T>(select: (overlay: Overlay) => T): T {
  return useSelector(useOverlayStore(), ({ context }) => select(context))
}
