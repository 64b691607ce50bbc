import { type Draw, seeded } from './seeded.ts'

export const victims = ['worker', 'temporal', 'database', 'smtp', 'api'] as const
export type Victim = (typeof victims)[number]

export interface ChaosOptions {
  readonly files: number
  readonly kills: number
  readonly seed: number
}

/** One call of an outside system; every copy carries the same key. */
export interface PlannedPayment {
  readonly key: string
  /** Minor units. */
  readonly amount: number
  /** Seconds into the run at which each copy is sent. */
  readonly copies: readonly number[]
}

export interface PlannedFile {
  readonly number: string
  /** Code of the customer; some have several invoices. */
  readonly debtor: string
  readonly amount: number
  /** None: it is never paid. The last part settles it. */
  readonly payments: readonly PlannedPayment[]
  /** Seconds into the run. */
  readonly dispute: { readonly from: number; readonly until: number } | null
}

export interface Wave {
  /** Seconds into the run at which the file of these invoices is imported. */
  readonly at: number
  readonly files: readonly PlannedFile[]
}

/** A hold: all sending stopped, or one customer left in peace. Seconds into the run. */
export interface PlannedHold {
  /** Code of the customer; null for everything. */
  readonly debtor: string | null
  readonly from: number
  readonly until: number
}

export interface PlannedPublication {
  /** Seconds into the run. */
  readonly at: number
  /** Files of earlier versions follow to the steps of the same name; else they stay. */
  readonly follow: boolean
}

export interface PlannedKill {
  readonly at: number
  readonly victim: Victim
  /** Waits for the next mail that is under way, so as to strike in the middle of a send. */
  readonly aimed: boolean
}

export interface ChaosPlan {
  readonly seed: number
  /** Seconds during which things happen; after it they only have to come to rest. */
  readonly span: number
  readonly waves: readonly Wave[]
  readonly kills: readonly PlannedKill[]
  readonly holds: readonly PlannedHold[]
  readonly publications: readonly PlannedPublication[]
}

/** Seconds after an invoice came in within which all its reminders usually leave. */
const life = 25
const invoiceAmount = 120_000

/** All that a run will do, drawn from its seed alone. */
export function planChaos(options: ChaosOptions): ChaosPlan {
  const draw = seeded(options.seed)
  const kills = planKills(options.kills, draw)
  const span = Math.max(life, Math.ceil(kills.at(-1)?.at ?? 0) + 5)
  const waves = planWaves(options.files, { span, draw })
  const publications = [0.25, 0.4, 0.55].map((share, index) => ({
    at: span * share + draw.share() * 5,
    follow: index > 0,
  }))
  return { seed: options.seed, span, waves, kills, holds: planHolds(waves, { span, draw }), publications }
}

/** Everything is stopped twice; some customers are left in peace while their reminders fall due. */
function planHolds(waves: readonly Wave[], { span, draw }: { span: number; draw: Draw }): PlannedHold[] {
  const stops = [0.3, 0.65].map((share) => {
    const from = span * share + draw.share() * 5
    return { debtor: null, from, until: from + 3 + draw.share() * 4 }
  })
  const spared = waves.flatMap(({ at, files }) =>
    [...new Set(files.map(({ debtor }) => debtor))]
      .filter(() => draw.chance(0.12))
      .map((debtor) => {
        const from = at + 2 + draw.share() * life * 0.5
        return { debtor, from, until: from + 5 + draw.share() * 10 }
      }),
  )
  return [...stops, ...spared]
}

/** In rounds, so that each victim falls about as often; a supervisor gives up what ends five times in a minute. */
function planKills(count: number, draw: Draw): PlannedKill[] {
  const kills: PlannedKill[] = []
  let at = 4
  while (kills.length < count) {
    for (const victim of draw.shuffled(victims).slice(0, count - kills.length)) {
      at += 2 + draw.share() * 6
      kills.push({ at, victim, aimed: draw.chance(0.6) })
    }
  }
  return kills
}

function planWaves(files: number, { span, draw }: { span: number; draw: Draw }): Wave[] {
  const count = Math.max(2, Math.min(Math.ceil(span / 8), Math.ceil(files / 5)))
  const waves: Wave[] = []
  let next = 0
  for (let index = 0; index < count; index++) {
    const at = (index / count) * span * 0.75
    const until = Math.round(((index + 1) / count) * files)
    const wave: PlannedFile[] = []
    while (next < until) {
      const debtor = `K${String(next).padStart(5, '0')}`
      const invoices = Math.min(until - next, draw.chance(0.15) ? draw.between(2, 3) : 1)
      for (let one = 0; one < invoices; one++) wave.push(planFile(next++, { debtor, at, draw }))
    }
    waves.push({ at, files: wave })
  }
  return waves
}

function planFile(index: number, { debtor, at, draw }: { debtor: string; at: number; draw: Draw }): PlannedFile {
  const number = `FK-${String(index).padStart(5, '0')}`
  const payments = draw.chance(0.45) ? planPayments(number, { at: at + 2 + draw.share() * life, draw }) : []
  const from = at + 2 + draw.share() * life * 0.5
  const dispute = draw.chance(0.15) ? { from, until: from + 6 + draw.share() * 10 } : null
  return { number, debtor, amount: invoiceAmount, payments, dispute }
}

/** Whole or in two parts, each told once to three times, in whatever order. */
function planPayments(number: string, { at, draw }: { at: number; draw: Draw }): PlannedPayment[] {
  const first = draw.chance(0.4) ? draw.between(1, invoiceAmount - 1) : invoiceAmount
  const amounts = first === invoiceAmount ? [invoiceAmount] : [first, invoiceAmount - first]
  return amounts.map((amount, part) => ({
    key: `${number}-${part}`,
    amount,
    copies: Array.from({ length: draw.between(1, 3) }, () => at + draw.share() * (draw.chance(0.5) ? 0.05 : 6)),
  }))
}
