import { type Bearer, isFitToCarry } from '../../carrying/carrier-among.ts'
import { passOn } from '../../carrying/pass-on.ts'
import { hasContactsAhead } from '../../machine/contacts-ahead.ts'
import type { CourseNote, Trace } from '../../workflows/file-activities.ts'
import type { RunningVersion } from '../scenario-store.ts'
import type { Services } from '../services.ts'

/** Whether a step of the open course, or one that may follow it, reaches people. */
export function speaksFrom(node: string | null, { compiled }: Pick<RunningVersion, 'compiled'>): boolean {
  return node !== null && hasContactsAhead(compiled, node)
}

interface Writing {
  /** As it was before. */
  readonly item: Bearer
  readonly course: CourseNote
  readonly version: RunningVersion
  readonly services: Pick<Services, 'signals'>
}

/**
 * Hands the account on when what a file has written down ends its turn: it was paid or disputed, is parked, has said its last
 * word. A turn may end while another file learns that it stands aside: whoever writes that down looks whether it still does.
 */
export async function keepTurns(trace: Trace, { item, course, version, services }: Writing): Promise<void> {
  const isNews = trace.acknowledged.some(Boolean) || Boolean(course.carried)
  if (!isNews && !(isFitToCarry(item) && !isStillFit(item, { course, version }))) return
  await passOn(item, { now: new Date(), happen: services.signals.happen })
}

function isStillFit(item: Bearer, { course, version }: Pick<Writing, 'course' | 'version'>): boolean {
  const { node, status = item.course!.status } = course
  const hasContacts = node === undefined ? item.course!.hasContacts : speaksFrom(node, version)
  return isFitToCarry({ ...item, course: { ...item.course!, status, hasContacts } })
}
