/** Open day and night, so that a test need not wait for Monday morning. */
export const always = { days: [1, 2, 3, 4, 5, 6, 7], windows: [{ from: '00:00', to: '00:00' }] }

export interface Step {
  readonly kind: string
  readonly settings?: Readonly<Record<string, unknown>>
  /** Targets by port. */
  readonly to?: Readonly<Record<string, string>>
}

/** A scenario document drawn in a few words; the first step opens the course. */
export function document(
  id: string,
  steps: Readonly<Record<string, Step>>,
  { paid = null, policy = {} }: { paid?: string | null; policy?: Readonly<Record<string, unknown>> } = {},
) {
  const names = Object.keys(steps)
  return {
    ...{ format: 'relance.scenario/1', id, name: `Scénario ${id}`, segment: 'pme', languages: ['fr'] },
    entries: { open: names[0]!, paid },
    nodes: names.map((name, index) => {
      const { kind, settings = {} } = steps[name]!
      return { id: name, kind, kindVersion: 1, settings, position: { x: 0, y: index * 120 } }
    }),
    edges: names.flatMap((source) =>
      Object.entries(steps[source]!.to ?? {}).map(([port, target]) => ({ source, port, target })),
    ),
    policy: { contactHours: always, minimumContactDelay: 1, ...policy },
  }
}

/** An e-mail that leads on whether it was sent or cancelled. */
export function mail(template: string, to: string, confirmation = 'automatic'): Step {
  return { kind: 'send-email', settings: { template, confirmation }, to: { sent: to, cancelled: to } }
}

/** Calendar days of waiting after the step before. */
export function rest(days: number, next: string): Step {
  return { kind: 'wait', settings: { days, from: 'previousStep' }, to: { next } }
}

/** Remind at once, wait a month, end; thanks after the payment. */
export function remindAndThank(id: string, { confirmation = 'automatic', policy = {} } = {}) {
  return document(
    id,
    {
      remind: {
        kind: 'send-email',
        settings: { template: 'reminder-neutral', confirmation },
        to: { sent: 'pause', cancelled: 'pause' },
      },
      pause: { kind: 'wait', settings: { days: 30, from: 'previousStep' }, to: { next: 'end' } },
      end: { kind: 'end', settings: { reason: 'exhausted' } },
      thank: {
        kind: 'send-email',
        settings: { template: 'thanks-courteous', level: 0, confirmation: 'automatic' },
        to: { sent: 'done', cancelled: 'done' },
      },
      done: { kind: 'end', settings: { reason: 'settled', closes: true } },
    },
    { paid: 'thank', policy },
  )
}
