import type { Restraint } from '../contract/restraints.ts'
import type { RestraintDocument } from '../models/restraint.ts'

/** A restraint as the API shows it. */
export function restraintView({
  _id,
  kind,
  scope,
  target,
  label,
  reason,
  by,
  at,
  until,
  issuedUntil,
}: RestraintDocument): Restraint {
  return {
    id: _id,
    kind,
    scope,
    target,
    label,
    reason,
    by,
    at: at.toISOString(),
    until: until ?? null,
    issuedUntil: issuedUntil ?? null,
  }
}
