import type { AcceptedMail } from './mail-log.ts'

/** A step of one invoice's file. */
export interface Step {
  readonly invoice: string
  readonly node: string
  readonly visit: number
  /** Content hash of the scenario version that asked. */
  readonly scenario: string
  readonly phase: 'course' | 'thanks'
}

/** A message as the product tells of it. */
export interface ToldMessage {
  readonly id: string
  readonly state: string
  readonly reason: string | null
  /** Ms since the epoch. */
  readonly plannedAt: number | null
  readonly steps: readonly Step[]
}

/** A file as the outside knows it, and where the product says that it stands. Instants in ms since the epoch. */
export interface PlayedFile {
  readonly invoice: string
  readonly number: string
  /** Code of its customer. */
  readonly debtor: string
  /** When the payment that settles it was acknowledged. */
  readonly settledAt: number | null
  /** From the acknowledgement of its dispute until somebody asks to close it. */
  readonly disputed: { readonly from: number; readonly until: number } | null
  readonly node: string | null
  readonly status: string | null
  readonly hash: string | null
  /** Its reminders stand aside: another invoice carries the account of its debtor. */
  readonly carried: boolean
}

export interface Evidence {
  /** The mail server's own log: the only word that counts on what has left. */
  readonly mails: readonly AcceptedMail[]
  readonly files: readonly PlayedFile[]
  readonly messages: readonly ToldMessage[]
  /** Ids of the messages that a person was or is asked about. */
  readonly asked: ReadonlySet<string>
  /** Node at which an unpaid file rests, and its reminders in order. */
  readonly restingPlace: string
  readonly reminders: readonly string[]
  /** Acknowledged holds of a customer, or of everything (null), until somebody asked to lift them. */
  readonly holds: readonly { readonly debtor: string | null; readonly from: number; readonly until: number }[]
  /** Versions in the order in which they came into force; to one with `follow`, files of the earlier ones were sent. */
  readonly versions: readonly { readonly hash: string; readonly follow: boolean }[]
  /** Ms since the epoch at which the evidence was taken. */
  readonly at: number
}

export type BreachKind =
  | 'letter-twice'
  | 'step-twice'
  | 'after-payment'
  | 'in-dispute'
  | 'in-hold'
  | 'lost'
  | 'told-as-sent'
  | 'unasked'
  | 'unknown-letter'
  | 'mixed-versions'

export interface Breach {
  readonly kind: BreachKind
  readonly invoice: string | null
  readonly says: string
}

/**
 * What must never happen, whatever was killed. A payment counts from its acknowledgement: a letter may not have been invited
 * by the mail server after it, since the last look is taken between that invitation and the content.
 */
export function judge(evidence: Evidence): Breach[] {
  return [
    ...lettersTwice(evidence),
    ...stepsTwice(evidence),
    ...untimely(evidence),
    ...inHold(evidence),
    ...lost(evidence),
    ...toldAsSent(evidence),
    ...unasked(evidence),
    ...mixedVersions(evidence),
  ]
}

function lettersTwice({ mails }: Evidence): Breach[] {
  const counts = new Map<string, number>()
  for (const { key } of mails) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].flatMap(([key, count]) =>
    count > 1
      ? [{ kind: 'letter-twice' as const, invoice: invoiceOf(key, mails), says: `${key} left ${count} times` }]
      : [],
  )
}

const invoiceOf = (key: string, mails: readonly AcceptedMail[]) =>
  mails.find((mail) => mail.key === key)?.invoices[0] ?? null

function stepsTwice({ mails, messages }: Evidence): Breach[] {
  const byStep = new Map<string, { readonly step: Step; readonly keys: Set<string> }>()
  const left = new Set(mails.map(({ key }) => key))
  for (const { id, steps } of messages) {
    if (!left.has(id)) continue
    for (const step of steps) {
      // The scenario has no way back: a step that a move to another version began anew would be told twice.
      const name = `${step.invoice}/${step.node}`
      const known = byStep.get(name) ?? { step, keys: new Set() }
      byStep.set(name, { step, keys: known.keys.add(id) })
    }
  }
  return [...byStep.values()].flatMap(({ step, keys }) =>
    keys.size > 1
      ? [
          {
            kind: 'step-twice' as const,
            invoice: step.invoice,
            says: `${step.node} left as ${[...keys].join(' and ')}`,
          },
        ]
      : [],
  )
}

/** Reminders after a payment or in a dispute, by the numbers that the letters name. */
function untimely({ mails, messages, files }: Evidence): Breach[] {
  const byId = new Map(messages.map((message) => [message.id, message]))
  const byNumber = new Map(files.map((file) => [file.number, file]))
  return mails.flatMap((mail) => {
    const message = byId.get(mail.key)
    if (!message) return [{ kind: 'unknown-letter' as const, invoice: mail.invoices[0] ?? null, says: mail.key }]
    if (message.steps.every(({ phase }) => phase === 'thanks')) return []
    if (mail.invoices.length === 0) {
      return [{ kind: 'unknown-letter' as const, invoice: null, says: `${mail.key} names no invoice` }]
    }
    return mail.invoices.flatMap((number) => {
      const file = byNumber.get(number)
      return file ? untimelyFor(file, mail) : []
    })
  })
}

function untimelyFor({ invoice, settledAt, disputed }: PlayedFile, { key, invitedAt }: AcceptedMail): Breach[] {
  const breaches: Breach[] = []
  if (settledAt !== null && invitedAt > settledAt) {
    const says = `${key} left ${invitedAt - settledAt} ms after the payment was acknowledged`
    breaches.push({ kind: 'after-payment', invoice, says })
  }
  if (disputed && invitedAt > disputed.from && invitedAt < disputed.until) {
    const says = `${key} left ${invitedAt - disputed.from} ms into the dispute`
    breaches.push({ kind: 'in-dispute', invoice, says })
  }
  return breaches
}

/** Letters, thanks included, that the mail server invited while a hold was in force. */
function inHold({ mails, files, holds }: Evidence): Breach[] {
  const byNumber = new Map(files.map((file) => [file.number, file]))
  return mails.flatMap(({ key, invoices, invitedAt }) => {
    const named = invoices.flatMap((number) => byNumber.get(number) ?? [])
    const debtors = named.map(({ debtor }) => debtor)
    const hold = holds.find(
      ({ debtor, from, until }) =>
        invitedAt > from && invitedAt < until && (debtor === null || debtors.includes(debtor)),
    )
    if (!hold) return []
    const says = `${key} left ${invitedAt - hold.from} ms into a hold of ${hold.debtor ?? 'everything'}`
    return [{ kind: 'in-hold' as const, invoice: named[0]?.invoice ?? null, says }]
  })
}

/** A file has come to its rest with every reminder in the log, or stands somewhere a person sees it. */
function lost(evidence: Evidence): Breach[] {
  return evidence.files.flatMap((file) => {
    const { invoice, settledAt, node, status } = file
    if (isOver(file) || status === 'parked' || isDeferred(file, evidence)) return []
    if (isAside(file, evidence)) return []
    const place = `stands at ${node ?? 'nothing'} (${status ?? 'no file'})`
    if (settledAt !== null) return [{ kind: 'lost' as const, invoice, says: `paid, but ${place}` }]
    if (node !== evidence.restingPlace) return [{ kind: 'lost' as const, invoice, says: place }]
    const missing = evidence.reminders.filter((reminder) => !hasLeft(file, reminder, evidence))
    return missing.length === 0 ? [] : [{ kind: 'lost' as const, invoice, says: `${missing.join(', ')} never left` }]
  })
}

/** Paid, and its file has ended; one that was paid before its file was opened needs none. */
export function isOver({ settledAt, status }: PlayedFile): boolean {
  return settledAt !== null && (status === 'ended' || status === null)
}

/** A letter of this file is planned for later: seen in the list of messages. */
export function isDeferred({ invoice }: PlayedFile, { messages, at }: Evidence): boolean {
  return messages.some(
    ({ state, plannedAt, steps }) =>
      state === 'queued' && (plannedAt ?? 0) > at + 300_000 && steps.some((step) => step.invoice === invoice),
  )
}

/** It stands aside for another one of its debtor, whose letter is planned for later. */
export function isAside({ debtor, carried }: PlayedFile, evidence: Evidence): boolean {
  const { files } = evidence
  return carried && files.some((other) => other.debtor === debtor && !other.carried && isDeferred(other, evidence))
}

function hasLeft({ invoice }: PlayedFile, reminder: string, { mails, messages }: Evidence): boolean {
  const left = new Set(mails.map(({ key }) => key))
  return messages.some(
    ({ id, steps }) => left.has(id) && steps.some((step) => step.invoice === invoice && step.node === reminder),
  )
}

/** What the product calls sent has left. */
function toldAsSent({ mails, messages }: Evidence): Breach[] {
  const left = new Set(mails.map(({ key }) => key))
  return messages.flatMap(({ id, state, steps }) =>
    state === 'sent' && !left.has(id)
      ? [{ kind: 'told-as-sent' as const, invoice: steps[0]?.invoice ?? null, says: `${id} is called sent` }]
      : [],
  )
}

/** What has left is called sent, or a person is asked about it. */
function unasked({ mails, messages, asked }: Evidence): Breach[] {
  const byId = new Map(messages.map((message) => [message.id, message]))
  return mails.flatMap(({ key, invoices }) => {
    const message = byId.get(key)
    if (!message || message.state === 'sent' || asked.has(key)) return []
    return [
      { kind: 'unasked' as const, invoice: invoices[0] ?? null, says: `${key} left and is called ${message.state}` },
    ]
  })
}

/** A file is on the version that it began with, or on one that files were told to follow to. */
function mixedVersions({ files, messages, versions }: Evidence): Breach[] {
  const hashes = new Map<string, Set<string>>()
  for (const { steps } of messages) {
    for (const { invoice, scenario } of steps) hashes.set(invoice, (hashes.get(invoice) ?? new Set()).add(scenario))
  }
  const rankOf = (hash: string) => versions.findIndex((version) => version.hash === hash)
  return files.flatMap(({ invoice, hash }) => {
    const seen = new Set([...(hashes.get(invoice) ?? []), ...(hash ? [hash] : [])])
    const later = [...seen].sort((left, right) => rankOf(left) - rankOf(right)).slice(1)
    const isAllowed = later.every((one) => versions[rankOf(one)]?.follow)
    return isAllowed ? [] : [{ kind: 'mixed-versions' as const, invoice, says: [...seen].join(' and ') }]
  })
}
