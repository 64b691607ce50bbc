/** A debt on which money can be counted. Amounts in minor units of one currency. */
export interface Debt {
  readonly id: string
  readonly dueDate: string
  readonly issueDate: string
  readonly principal: number
  /** Interest due on it. */
  readonly interest: number
  /** Yearly rate that it bears while unpaid, in hundredths of a percent: what the debtor gains by paying it. */
  readonly rate: number
}

export interface Share {
  readonly id: string
  readonly interest: number
  readonly principal: number
}

export interface Allocation {
  readonly shares: readonly Share[]
  /** What remains once every debt is paid. */
  readonly rest: number
}

/**
 * What a payment pays (C. civ. 1342-10): first the debts that the debtor names, in that order; then those due, the one it
 * costs most not to pay first, then the oldest, and equals in proportion; last those not yet due. Within one debt interest
 * comes before principal (C. civ. 1343-1).
 */
export function allocate(
  amount: number,
  { debts, today, chosen = [] }: { debts: readonly Debt[]; today: string; chosen?: readonly string[] },
): Allocation {
  const owed = debts.filter(({ principal, interest }) => principal + interest > 0)
  const named = [...new Set(chosen)].flatMap((id) => owed.find((debt) => debt.id === id) ?? []).map((debt) => [debt])
  const others = owed.filter(({ id }) => !chosen.includes(id))
  const shares: Share[] = []
  let rest = amount
  for (const equals of [...named, ...inLegalOrder(others, today)]) {
    const paid = proportionally(rest, equals)
    equals.forEach((debt, index) => {
      const given = paid[index]!
      if (given > 0) shares.push(interestFirst(given, debt))
      rest -= given
    })
  }
  return { shares, rest }
}

/** Debts of the same rank stand together. */
function inLegalOrder(debts: readonly Debt[], today: string): Debt[][] {
  const ranks = new Map<string, Debt[]>()
  for (const debt of [...debts].sort((left, right) => compare(left, right, today))) {
    const rank = [debt.dueDate <= today, debt.rate, debt.dueDate, debt.issueDate].join(' ')
    ranks.set(rank, [...(ranks.get(rank) ?? []), debt])
  }
  return [...ranks.values()]
}

function compare(left: Debt, right: Debt, today: string): number {
  const due = Number(right.dueDate <= today) - Number(left.dueDate <= today)
  const age = left.dueDate.localeCompare(right.dueDate) || left.issueDate.localeCompare(right.issueDate)
  return due || right.rate - left.rate || age || left.id.localeCompare(right.id)
}

/** Shares of at most what each debt needs; the units that rounding leaves go one by one to the first. */
function proportionally(amount: number, debts: readonly Debt[]): number[] {
  const needs = debts.map(({ principal, interest }) => BigInt(principal + interest))
  const needed = needs.reduce((sum, need) => sum + need, 0n)
  if (needed <= BigInt(amount)) return needs.map(Number)
  const shares = needs.map((need) => Number((need * BigInt(amount)) / needed))
  let left = amount - shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => share + (left-- > 0 ? 1 : 0))
}

function interestFirst(amount: number, { id, interest }: Debt): Share {
  const first = Math.min(amount, interest)
  return { id, interest: first, principal: amount - first }
}
