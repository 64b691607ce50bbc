/**
 * What is decided against contacts. A *hold* keeps steps back until it is lifted; an *exclusion* lets them pass by
 * unsent. Both are named by what they bear on, so that a look asks for a handful of ids and never searches.
 */
export const restraintKinds = ['hold', 'exclusion'] as const
export type RestraintKind = (typeof restraintKinds)[number]

export const restraintScopes = [
  'everything',
  'entity',
  'ledger',
  'segment',
  'debtor',
  'insolvency',
  'contact',
  'invoice',
] as const
export type RestraintScope = (typeof restraintScopes)[number]

/** What each kind may bear on, the widest first. */
export const scopesOf = {
  hold: ['everything', 'entity', 'ledger', 'segment', 'debtor', 'insolvency', 'invoice'],
  exclusion: ['debtor', 'contact', 'invoice'],
} as const satisfies Record<RestraintKind, readonly RestraintScope[]>

/** Holds that follow from a fact, and end with it: nobody sets or lifts them by hand. */
export const impliedScopes = ['ledger', 'insolvency'] as const satisfies readonly RestraintScope[]

export type ImpliedScope = (typeof impliedScopes)[number]

export function isImplied(scope: RestraintScope): scope is ImpliedScope {
  return (impliedScopes as readonly RestraintScope[]).includes(scope)
}

export type HoldScope = (typeof scopesOf.hold)[number]
export type ExclusionScope = (typeof scopesOf.exclusion)[number]

export interface RestraintName {
  readonly kind: RestraintKind
  readonly scope: RestraintScope
  /**
   * Id of the entity (of its ledger too), segment, debtor (of its insolvency too) or invoice; `{debtor}/{hash of the address}` of a contact;
   * empty for everything.
   */
  readonly target: string
}

/** The id of a restraint: a subject has one of each kind at most. */
export function restraintId({ kind, scope, target }: RestraintName): string {
  return scope === 'everything' ? `${kind}:everything` : `${kind}:${scope}:${target}`
}

/** Whom a message about an item would reach. */
export interface Concerned {
  readonly entity: string
  readonly segment: string
  readonly debtor: string
  /** Null where no item is meant yet. */
  readonly item: string | null
  /** Issue date of that item. */
  readonly issuedOn: string | null
  /** `{debtor}/{hash of the address}`; null without an address. */
  readonly contact: string | null
}

/** Restraints in force by id, each with the last issue date that it bears on; null where it bears on all. */
export type InForce = ReadonlyMap<string, string | null>

/** Ids of all restraints that could bear on it. */
export function restraintIdsOn(concerned: Concerned): string[] {
  return (['hold', 'exclusion'] as const).flatMap((kind) =>
    scopesOf[kind].flatMap((scope) => {
      const target = targetOf(concerned, scope)
      return target === null ? [] : restraintId({ kind, scope, target })
    }),
  )
}

/** The widest hold and exclusion among those in force that bear on it. */
export function restraintsOn(
  concerned: Concerned,
  inForce: InForce,
): { readonly held: HoldScope | null; readonly excluded: ExclusionScope | null } {
  return { held: widest('hold', concerned, inForce), excluded: widest('exclusion', concerned, inForce) }
}

function widest<K extends RestraintKind>(
  kind: K,
  concerned: Concerned,
  inForce: InForce,
): (typeof scopesOf)[K][number] | null {
  const bears = (scope: RestraintScope) => {
    const target = targetOf(concerned, scope)
    if (target === null) return false
    const issuedUntil = inForce.get(restraintId({ kind, scope, target }))
    if (issuedUntil === undefined) return false
    return issuedUntil === null || (concerned.issuedOn !== null && concerned.issuedOn <= issuedUntil)
  }
  return scopesOf[kind].find(bears) ?? null
}

function targetOf({ entity, segment, debtor, item, contact }: Concerned, scope: RestraintScope): string | null {
  return { everything: '', entity, ledger: entity, segment, debtor, insolvency: debtor, contact, invoice: item }[scope]
}
