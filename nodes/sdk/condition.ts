import { type FactName, type Facts, readFact } from './facts.ts'

export const comparisons = ['=', '≠', '<', '≤', '>', '≥'] as const
export type Comparison = (typeof comparisons)[number]

/** A test of facts as plain JSON, so that a compiled scenario holds no code. */
export type Condition =
  | { readonly fact: FactName; readonly is: Comparison; readonly value: string | number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }

/** Evaluates a condition. An unknown fact or a comparison across types is false, never an exception. */
export function matches(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => matches(part, facts))
  if ('any' in condition) return condition.any.some((part) => matches(part, facts))
  const actual = readFact(facts, condition.fact)
  if (typeof actual !== typeof condition.value) return false
  return compare(actual as number, condition.is, condition.value as number)
}

function compare<T extends string | number>(left: T, is: Comparison, right: T): boolean {
  switch (is) {
    case '=':
      return left === right
    case '≠':
      return left !== right
    case '<':
      return left < right
    case '≤':
      return left <= right
    case '>':
      return left > right
    case '≥':
      return left >= right
  }
}
