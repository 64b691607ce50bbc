import { readFile } from 'node:fs/promises'
import { registry } from '@relance/nodes/registry'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { holidaysOf } from '../domain/calendar/holidays-of.ts'
import { compile } from '../machine/compile.ts'
import { simulate } from '../machine/simulate.ts'
import type { SimulatedFile } from '../machine/simulated-file.ts'
import type { WhatIf } from '../machine/what-if.ts'
import { seconds } from './bed.ts'
import type { Row } from './report.ts'

const million = 1_000_000
const budget = 10

/** One year of the SME scenario for each invoice of a ledger, by the plain step, on one core. */
export async function benchSimulate({ invoices = 2_000 }: { invoices?: number } = {}): Promise<Row[]> {
  const path = new URL('../../examples/scenarios/pme.json', import.meta.url)
  const document = scenarioDocumentSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  const compilation = compile({ document, registry })
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems))
  const { compiled } = compilation
  const query = { compiled, policy: document.policy, zone: 'Europe/Paris', holidays: holidaysOf({ country: 'FR' }) }
  let steps = 0
  const time = await seconds(async () => {
    for (let index = 0; index < invoices; index++) {
      const { trace } = simulate({
        ...query,
        file: fileOf(index),
        from: '2026-01-02T08:00:00.000Z',
        until: '2027-01-02T08:00:00.000Z',
        whatIf: whatIfOf(index),
      })
      steps += trace.length
    }
  })
  const atMillion = (time / invoices) * million
  return [
    {
      work: `simulate ${group(invoices)} invoices × 12 months`,
      figure: `${time.toFixed(1)} s`,
      floor: `${((time / steps) * 1e6).toFixed(0)} µs a traced step`,
      ratio: `${atMillion.toFixed(0)} s at ${group(million)}`,
      budget: `≤ ${budget} s at ${group(million)}`,
      kept: atMillion <= budget,
    },
  ]
}

const group = (count: number) => count.toLocaleString('en').replaceAll(',', ' ')

/** A third pays in time, a third late, a third never. */
function whatIfOf(index: number): WhatIf {
  return index % 3 === 2 ? { type: 'never-answers' } : { type: 'pays', daysLate: (index % 3) * (5 + (index % 40)) }
}

function fileOf(index: number): SimulatedFile {
  const amount = 10_000 + (index % 900) * 2_500
  const dueDate = `2026-02-${String(1 + (index % 28)).padStart(2, '0')}`
  return {
    invoice: { number: `S${index}`, amount, open: amount, currency: 'EUR', issueDate: '2026-01-02', dueDate },
    debtor: { id: `CORV:${index % 500}`, segment: 'pme', country: 'FR', language: 'fr', meanDelay: 0 },
    entity: { code: 'CORV' },
  }
}
