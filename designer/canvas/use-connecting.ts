import type { Connection, FinalConnectionState } from '@xyflow/react'
import { useReactFlow } from '@xyflow/react'
import { useCallback, useState } from 'react'
import type { Attachment } from '../document/commands/add-node.ts'
import { card } from './geometry/card-size.ts'
import type { Card } from './geometry/draw-scenario.ts'
import type { Edits } from './use-edits.ts'
import type { OpenPalette } from './use-palette.ts'
import { useStable } from './use-stable.ts'

/** Drawing lines by hand: onto a card it connects, into the void it offers a new step there, a click on an exit too. */
export function useConnecting(
  edits: Edits,
  { cards, ask }: { cards: ReadonlyMap<string, Card>; ask: (wish: OpenPalette) => void },
) {
  const { screenToFlowPosition } = useReactFlow()
  const [connecting, setConnecting] = useState(false)
  const attachment = useStable((source: string, port: string): Attachment => {
    if (source === '$open') return { entry: 'open' }
    if (source === '$paid') return { entry: 'paid' }
    const exits = cards.get(source)?.exits
    const exit = [exits?.main, ...(exits?.side ?? [])].find((one) => one?.port === port)
    return { source, ports: exit?.outcomes.map((outcome) => outcome.port) ?? [port] }
  })
  const onConnect = useCallback(
    ({ source, sourceHandle, target }: Connection) => {
      const from = attachment(source, sourceHandle ?? '')
      if ('entry' in from) edits.run({ type: 'set-entry', entry: from.entry, node: target })
      else edits.run({ type: 'connect', source, ports: from.ports, target })
    },
    [attachment, edits],
  )
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, { isValid, fromNode, fromHandle, toNode }: FinalConnectionState) => {
      setConnecting(false)
      if (isValid === true || fromNode === null || toNode !== null) return
      const point = 'changedTouches' in event ? event.changedTouches[0]! : event
      const { x, y } = screenToFlowPosition({ x: point.clientX, y: point.clientY })
      ask({
        after: attachment(fromNode.id, fromHandle?.id ?? ''),
        at: { x: Math.round(x - card.width / 2), y: Math.round(y) },
        anchor: { x: point.clientX, y: point.clientY },
      })
    },
    [attachment, ask, screenToFlowPosition],
  )
  return { connecting, onConnectStart: useCallback(() => setConnecting(true), []), onConnect, onConnectEnd }
}

/** A step never leads to itself, and nothing leads to a start. */
export function isValidConnection({ source, target }: { source: string; target: string }): boolean {
  return source !== target && !target.startsWith('$')
}
