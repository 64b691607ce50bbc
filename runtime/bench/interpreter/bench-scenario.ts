import { registry } from '@relance/nodes/registry'
import { compile } from '../../machine/compile.ts'
import type { CompiledScenario } from '../../machine/types.ts'

export const reminders = 6

const node = (id: string, kind: string, settings: Record<string, unknown>) => ({
  id,
  kind,
  kindVersion: 1,
  settings,
  position: { x: 0, y: 0 },
  label: '',
})

const rounds = Array.from({ length: reminders }, (_, index) => index)

/** Six rounds of wait, decision and e-mail, then the end: what the handwritten workflow beside it does in code. */
const document = {
  format: 'relance.scenario/1',
  id: 'bench',
  name: 'Bench',
  segment: 'pme',
  entries: { open: 'wait0' },
  nodes: [
    ...rounds.flatMap((round) => [
      node(`wait${round}`, 'wait', { days: 5 * (round + 1), unit: 'working', direction: 'after', from: 'dueDate' }),
      node(`large${round}`, 'choose', {
        branches: [
          {
            id: 'large',
            name: 'à partir de 1 €',
            nameEn: 'from €1',
            match: 'all',
            tests: [{ fact: 'account.overdue', is: '≥', value: 100 }],
          },
        ],
      }),
      node(`send${round}`, 'send-email', { level: Math.min(round, 5) }),
    ]),
    node('end', 'end', { reason: 'litigation', closes: true }),
  ],
  edges: rounds.flatMap((round) => {
    const after = round + 1 < reminders ? `wait${round + 1}` : 'end'
    return [
      { source: `wait${round}`, port: 'next', target: `large${round}` },
      { source: `large${round}`, port: 'large', target: `send${round}` },
      { source: `large${round}`, port: 'otherwise', target: after },
      { source: `send${round}`, port: 'sent', target: after },
      { source: `send${round}`, port: 'cancelled', target: after },
    ]
  }),
}

let known: CompiledScenario | undefined

/** Compiled once, as a worker reads a published version once. */
export function benchScenario(): CompiledScenario {
  known ??= compiled()
  return known
}

function compiled(): CompiledScenario {
  const compilation = compile({ document, registry })
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems))
  return compilation.compiled
}
