import { matches } from '@relance/sdk/condition'
import type { Facts } from '@relance/sdk/facts'
import { describe, expect, it } from 'vitest'
import { chooseNode } from './choose.node.ts'

const { settings, branches, words } = chooseNode

const overdue = { fact: 'account.overdue', is: '≥', value: 100_000 }
const broken = { fact: 'course.brokenPromises', is: '≥', value: 1 }

function branch(part: object) {
  return { branches: [{ id: 'large', name: 'gros enjeu', tests: [overdue], ...part }] }
}

function fault(value: object) {
  const issue = settings.safeParse(value).error?.issues[0]
  return issue && `${issue.path.join('.')}: ${issue.message}`
}

it('says by what it chooses', () => {
  const value = settings.parse(branch({ tests: [overdue, broken] }))
  expect(words.sentence(value)).toEqual({
    fr: "selon l'échu du compte et le nombre de promesses non tenues",
    en: 'by the overdue amount of the account and the number of broken promises',
  })
})

it('keeps the lines of a branch when its name changes: the port is the identifier', () => {
  const port = (name: string) => branches(settings.parse(branch({ name })))[0]?.port
  expect(port('gros enjeu')).toBe(port('à partir de 1 000 €'))
})

it('takes a branch when all its conditions hold, or at least one, as asked', () => {
  const facts = { account: { overdue: 250_000 }, course: { brokenPromises: 0 } } as Facts
  const taken = (match: string) => {
    const [first] = branches(settings.parse(branch({ match, tests: [overdue, broken] })))
    return matches(first!.when, facts)
  }
  expect(taken('any')).toBe(true)
  expect(taken('all')).toBe(false)
})

describe('refuses', () => {
  it('two branches with one identifier', () => {
    const [one] = branch({}).branches
    expect(fault({ branches: [one, one] })).toBe('branches: duplicate-branch')
  })

  it('an identifier that would hide the way "otherwise"', () => {
    expect(fault(branch({ id: 'otherwise' }))).toBe('branches.0.id: reserved')
  })

  it('a number compared with a word', () => {
    const tests = [{ fact: 'invoice.daysLate', is: '>', value: 'trente' }]
    expect(fault(branch({ tests }))).toBe('branches.0.tests.0.value: value-of-other-type')
  })

  it('a segment that does not exist', () => {
    const tests = [{ fact: 'debtor.segment', is: '=', value: 'startup' }]
    expect(fault(branch({ tests }))).toBe('branches.0.tests.0.value: unknown-choice')
  })

  it('a fact that nobody gathers', () => {
    const tests = [{ fact: 'debtor.constructor', is: '=', value: 'x' }]
    expect(settings.safeParse(branch({ tests })).success).toBe(false)
  })
})
