import { createContext, useContext } from 'react'

/** What parts of the canvas may ask of it. */
export interface CanvasActions {
  /** Opens the palette for a step on this line. */
  readonly insertOn: (line: string) => void
}

export const CanvasActionsContext = createContext<CanvasActions>({ insertOn: () => undefined })

export function useCanvasActions(): CanvasActions {
  return useContext(CanvasActionsContext)
}
