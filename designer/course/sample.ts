import type { SimulatedFile } from '@relance/runtime/machine/simulated-file'
import type { WhatIf } from '@relance/runtime/machine/what-if'

/** The invoice whose course is dated on the drawing, and what its customer does. Amounts in minor units. */
export interface Sample {
  /** The id of a real invoice; null for a typical one. */
  readonly id: string | null
  readonly invoice: Pick<SimulatedFile['invoice'], 'number' | 'amount' | 'open' | 'currency' | 'issueDate' | 'dueDate'>
  /** A typical customer takes the segment of the scenario. */
  readonly debtor: Partial<SimulatedFile['debtor']> & { readonly postalCode?: string }
  readonly zone: string
  /** When the scenario takes it up, `YYYY-MM-DD`. */
  readonly from: string
  readonly whatIf: WhatIf
}

const usualTerms = 30
const usualAmount = 480_000

/** A typical invoice issued today and due in a month, so that the course shows from its courtesy notice on. */
export function typicalSample({ today, whatIf }: { today: string; whatIf: WhatIf }): Sample {
  const invoice = { number: 'F-0001', amount: usualAmount, open: usualAmount, currency: 'EUR', issueDate: today }
  return {
    id: null,
    invoice: { ...invoice, dueDate: addDays(today, usualTerms) },
    debtor: {},
    zone: 'Europe/Paris',
    from: today,
    whatIf,
  }
}

/** A typical invoice with another due date, issued a month before it. */
export function dueOn(sample: Sample, dueDate: string): Sample {
  const issueDate = addDays(dueDate, -usualTerms)
  return { ...sample, from: issueDate, invoice: { ...sample.invoice, issueDate, dueDate } }
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}
