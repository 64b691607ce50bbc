import type { CommandName } from '../document/command.ts'
import type { HistoryStep } from '../document/history.ts'
import { stepTitle } from './describe-step.ts'
import type { StudioContent } from './studio-context.tsx'

type Speech = Pick<StudioContent, 'say' | 'sayWords' | 'read'>

/** Edits of the drawing as a whole: naming its steps would say nothing. */
const whole: ReadonlySet<CommandName> = new Set(['lay-out', 'restore'])
/** Edits that, about no step, were about notes. */
const ofNotes: ReadonlySet<CommandName> = new Set(['move', 'delete', 'paste', 'duplicate', 'align', 'distribute'])

/** An edit by its name: « Ajouter « Relance ferme » », « Déplacer 3 étapes ». */
export function nameEdit(
  { name, about }: Pick<HistoryStep, 'name' | 'about'>,
  { say, sayWords, read }: Speech,
): string {
  const edit = say(`did.${name}`)
  if (whole.has(name)) return edit
  if (about.length > 2) return say('did.many', { edit, count: about.length })
  const [first, second] = about.map((node) => stepTitle(read(node), { sayWords }))
  if (first === undefined) return ofNotes.has(name) ? say('did.notes', { edit }) : edit
  return second === undefined ? say('did.one', { edit, first }) : say('did.two', { edit, first, second })
}
