import { later } from '@relance/sdk/define-effect'
import { expect, it, vi } from 'vitest'
import { callTaskEffect } from './call-task.effect.ts'
import { callTaskNode } from './call-task.node.ts'

const { settings, words, outcomes } = callTaskNode

async function taskFor(value: object, label = '') {
  const open = vi.fn(async () => {})
  const answer = await callTaskEffect.run({
    settings: settings.parse(value),
    node: { label },
    tasks: { open },
  } as never)
  return { answer, open }
}

it('reads as a sentence on its card, and names who calls when it is not the collector', () => {
  expect(words.sentence(settings.parse({})).fr).toBe('Appel de relance à la comptabilité')
  const sales = settings.parse({ script: 'salesperson-call', assignee: 'salesperson', role: 'buyer' })
  expect(words.sentence(sales)).toEqual({
    fr: "Appel commercial à l'acheteur, par le commercial",
    en: 'Account call to the buyer, by the salesperson',
  })
})

it("puts the call on somebody's list and waits for the answer", async () => {
  const { answer, open } = await taskFor({ script: 'firm-call', level: 3, priority: 'high' })
  expect(answer).toBe(later)
  expect(open).toHaveBeenCalledExactlyOnceWith({
    title: 'Appel ferme à la comptabilité',
    script: 'firm-call',
    assignee: 'collector',
    role: 'accounts-payable',
    level: 3,
    priority: 'high',
  })
})

it('takes the name given to the step as the title of the task', async () => {
  const { open } = await taskFor({}, 'Appel du vendredi')
  expect(open).toHaveBeenCalledWith(expect.objectContaining({ title: 'Appel du vendredi' }))
})

it('offers seven answers, which still can be read on a drawing', () => {
  expect(outcomes.map(({ port }) => port)).toEqual([
    'no-answer',
    'promise',
    'payment-sent',
    'waiting-approval',
    'invoice-not-received',
    'wrong-contact',
    'dispute',
  ])
})
