import type { Outcome } from '@relance/sdk/define-node'
import { type FinalConnectionState, useReactFlow } from '@xyflow/react'
import { useCallback, useState } from 'react'
import type { Attachment } from '../document/commands/add-node.ts'
import { card } from './geometry/card-size.ts'
import type { Card } from './geometry/draw-scenario.ts'
import type { Point } from './geometry/point.ts'
import type { Edits } from './use-edits.ts'
import type { OpenPalette } from './use-palette.ts'
import { useStable } from './use-stable.ts'

/** Several outcomes share the exit that a line was drawn from: which of them are meant? */
export interface Bundle {
  readonly outcomes: readonly Outcome[]
  readonly at: Point
  readonly choose: (ports: readonly string[]) => void
}

/** Drawing lines by hand: onto a card it connects, into the void it offers a new step there. */
export function useConnecting(
  edits: Edits,
  { cards, ask }: { cards: ReadonlyMap<string, Card>; ask: (wish: OpenPalette) => void },
) {
  const { screenToFlowPosition } = useReactFlow()
  const [connecting, setConnecting] = useState(false)
  const [bundle, setBundle] = useState<Bundle | null>(null)
  const lead = (from: Attachment, { to, screen }: { to: string | null; screen: Point }) => {
    if (to === null) {
      const { x, y } = screenToFlowPosition(screen)
      ask({ after: from, at: { x: Math.round(x - card.width / 2), y: Math.round(y) }, anchor: screen })
    } else if ('entry' in from) edits.run({ type: 'set-entry', entry: from.entry, node: to })
    else edits.run({ type: 'connect', ...from, target: to })
  }
  const onConnectEnd = useStable(
    (event: MouseEvent | TouchEvent, { isValid, fromNode, fromHandle, toNode }: FinalConnectionState) => {
      setConnecting(false)
      if (fromNode === null || (toNode !== null && isValid !== true)) return
      const point = 'changedTouches' in event ? event.changedTouches[0]! : event
      const where = { to: toNode?.id ?? null, screen: { x: point.clientX, y: point.clientY } }
      const source = fromNode.id
      if (source === '$open' || source === '$paid') return lead({ entry: source === '$open' ? 'open' : 'paid' }, where)
      const outcomes = outcomesOf(cards.get(source), { port: fromHandle?.id ?? '' })
      if (outcomes.length < 2) return lead({ source, ports: [fromHandle?.id ?? ''] }, where)
      setBundle({ outcomes, at: where.screen, choose: (ports) => lead({ source, ports }, where) })
    },
  )
  return {
    connecting,
    bundle,
    closeBundle: useCallback(() => setBundle(null), []),
    onConnectStart: useCallback(() => setConnecting(true), []),
    onConnectEnd,
  }
}

function outcomesOf(from: Card | undefined, { port }: { port: string }): readonly Outcome[] {
  const exit = [from?.exits.main, ...(from?.exits.side ?? [])].find((one) => one?.port === port)
  return exit?.outcomes ?? []
}

/** A step never leads to itself, and nothing leads to a start. */
export function isValidConnection({ source, target }: { source: string; target: string }): boolean {
  return source !== target && !target.startsWith('$')
}
