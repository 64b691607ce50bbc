import type { Box } from '../geometry/point.ts'

export interface Band {
  readonly y: number
  readonly height: number
}

/** Room kept between a cut and a card, in pixels. */
const breath = 12

/** Cuts a drawing into bands no higher than a page, between cards wherever there is a gap. */
export function pageBands(boxes: readonly Box[], { around, height }: { around: Box; height: number }): Band[] {
  const bottom = around.y + around.height
  const bands: Band[] = []
  for (let y = around.y; y < bottom; ) {
    const end = y + height >= bottom ? bottom : cutBetween(boxes, { y, limit: y + height })
    bands.push({ y, height: end - y })
    y = end
  }
  return bands
}

/** The lowest cut above the limit that crosses no card; the limit itself where a card alone is higher than the page. */
function cutBetween(boxes: readonly Box[], { y, limit }: { y: number; limit: number }): number {
  let at = limit
  for (;;) {
    const crossed = boxes.filter((box) => box.y - breath < at && box.y + box.height > at)
    const above = Math.min(at, ...crossed.map((box) => box.y - breath))
    if (above <= y) return limit
    if (above === at) return at
    at = above
  }
}
