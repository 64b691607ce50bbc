import type { Exits } from '../../document/exits.ts'
import type { NodeReading } from '../../document/node-reading.ts'

/** Measures of a card in canvas pixels, on the 4-pixel grid. The style sheet follows them: nothing is measured on screen. */
export const card = { width: 256, slim: 48, full: 80, row: 24, rowsPadding: 4 } as const
export const startPill = { width: 176, height: 36, above: 76 } as const

export interface Size {
  readonly width: number
  readonly height: number
}

/** A wait without a title of its own is its sentence alone. */
export function isSlim({ shape, node }: NodeReading): boolean {
  return shape === 'wait' && node.label === ''
}

function headHeight(reading: NodeReading): number {
  return isSlim(reading) ? card.slim : card.full
}

export function cardSize(reading: NodeReading, { side }: Exits): Size {
  const rows = side.length === 0 ? 0 : side.length * card.row + 2 * card.rowsPadding
  return { width: card.width, height: headHeight(reading) + rows }
}

/** Height at which a side exit leaves the card, from its top. */
export function sideExitOffset(reading: NodeReading, at: number): number {
  return headHeight(reading) + card.rowsPadding + card.row * (at + 0.5)
}

/** A note: lines of about 34 letters, between two and twelve of them. */
export function noteSize(text: string): Size {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 34)), 0)
  return { width: 220, height: 24 + 18 * Math.min(12, Math.max(2, lines)) }
}
