import { palettes } from '../../theme/palettes.ts'
import { grounds, inks } from '../../theme/tokens.ts'

/** The colours of paper: those of the light scheme, whatever the page shows. */
export const ink = {
  family: "'Inter Variable', Inter, Arial, sans-serif",
  text: inks.light.text,
  quiet: inks.light.dimmed,
  line: palettes.gray[6],
  edge: palettes.gray[4],
  ground: grounds.light.sunken,
  paid: palettes.paid[8],
} as const

let pen: CanvasRenderingContext2D | null = null

/** How wide a text is when it is set in this size and weight, in pixels. */
export function setWidth(size: number, weight = 400): (text: string) => number {
  pen ??= document.createElement('canvas').getContext('2d')
  return (text) => {
    if (pen === null) return text.length * size * 0.56
    pen.font = `${weight} ${size}px ${ink.family}`
    return pen.measureText(text).width
  }
}
