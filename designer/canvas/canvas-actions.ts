/** When an action has something to act on. */
export type Need = 'step' | 'chosen' | 'several' | 'three' | 'past' | 'future'

interface ActionRule {
  /** Key it has before anybody changes it; empty for none. `mod` is Ctrl, or ⌘ on a Mac. */
  readonly key: string
  /** Not offered where a scenario can only be read. */
  readonly edits: boolean
  readonly needs?: Need
}

/** Everything that can be done on the canvas: the key, the tool and the command of one action all come from here. */
export const canvasActions = {
  add: { key: 'a', edits: true },
  connect: { key: 'l', edits: true },
  note: { key: 'n', edits: true },
  open: { key: 'Enter', edits: false, needs: 'step' },
  remove: { key: 'Delete', edits: true, needs: 'chosen' },
  duplicate: { key: 'mod+d', edits: true, needs: 'chosen' },
  lock: { key: 'shift+l', edits: true, needs: 'step' },
  undo: { key: 'mod+z', edits: true, needs: 'past' },
  redo: { key: 'mod+shift+z', edits: true, needs: 'future' },
  history: { key: 'h', edits: true },
  selectAll: { key: 'mod+a', edits: false },
  arrange: { key: 'shift+r', edits: true },
  alignLeft: { key: '', edits: true, needs: 'several' },
  alignCentre: { key: '', edits: true, needs: 'several' },
  alignRight: { key: '', edits: true, needs: 'several' },
  alignTop: { key: '', edits: true, needs: 'several' },
  alignMiddle: { key: '', edits: true, needs: 'several' },
  alignBottom: { key: '', edits: true, needs: 'several' },
  spreadAcross: { key: '', edits: true, needs: 'three' },
  spreadDown: { key: '', edits: true, needs: 'three' },
  fit: { key: 'f', edits: false },
  fitSelection: { key: 'shift+f', edits: false, needs: 'chosen' },
  zoomIn: { key: '+', edits: false },
  zoomOut: { key: '-', edits: false },
  actualSize: { key: '0', edits: false },
  problems: { key: 'p', edits: false },
  help: { key: '?', edits: false },
} as const satisfies Record<string, ActionRule>

export type CanvasAction = keyof typeof canvasActions
export const actionNames = Object.keys(canvasActions) as CanvasAction[]

/** What of the open scenario decides whether an action has something to act on. */
export interface Situation {
  readonly readOnly: boolean
  readonly steps: number
  readonly notes: number
  readonly past: number
  readonly future: number
}

const meets: Readonly<Record<Need, (situation: Situation) => boolean>> = {
  step: ({ steps }) => steps > 0,
  chosen: ({ steps, notes }) => steps + notes > 0,
  several: ({ steps, notes }) => steps + notes > 1,
  three: ({ steps, notes }) => steps + notes > 2,
  past: ({ past }) => past > 0,
  future: ({ future }) => future > 0,
}

/** The actions that would do something now, in the order of the table. */
export function actionsIn(situation: Situation): CanvasAction[] {
  return actionNames.filter((name) => {
    const { edits, needs }: ActionRule = canvasActions[name]
    return !(edits && situation.readOnly) && (needs === undefined || meets[needs](situation))
  })
}
