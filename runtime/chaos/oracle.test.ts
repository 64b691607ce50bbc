import { describe, expect, it } from 'vitest'
import type { AcceptedMail } from './mail-log.ts'
import { readLetter } from './mail-log.ts'
import { type Evidence, judge, type PlayedFile, type Step, type ToldMessage } from './oracle.ts'

const step = (changes: Partial<Step> = {}): Step => ({
  ...{ invoice: 'CORV:FK-00001:2026', node: 'remind', visit: 1, scenario: 'v1', phase: 'course' },
  ...changes,
})
const message = (changes: Partial<ToldMessage> = {}): ToldMessage => ({
  ...{ id: 'm-1', state: 'sent', reason: null, plannedAt: null, steps: [step()] },
  ...changes,
})
const mail = (changes: Partial<AcceptedMail> = {}): AcceptedMail => ({
  ...{ what: 'accepted', invitedAt: 1_000, at: 1_010, key: 'm-1', to: 'a@b.example', subject: 'Relance' },
  ...{ invoices: ['FK-00001'], fate: 'answered' },
  ...changes,
})
const file = (changes: Partial<PlayedFile> = {}): PlayedFile => ({
  ...{ invoice: 'CORV:FK-00001:2026', number: 'FK-00001', debtor: 'K00001', settledAt: null, disputed: null },
  ...{ node: 'pause', status: 'running', hash: 'v1', carried: false },
  ...changes,
})
const kinds = (changes: Partial<Evidence> = {}) =>
  judge({
    ...{ mails: [mail()], files: [file()], messages: [message()], asked: new Set<string>() },
    ...{ restingPlace: 'pause', reminders: ['remind'], at: 100_000, holds: [], versions: [] },
    ...changes,
  }).map(({ kind }) => kind)

describe('the judge of a chaos run', () => {
  it('finds nothing in a reminder that left once', () => {
    expect(kinds()).toEqual([])
  })

  it('finds a letter that left twice, and a step that left as two letters', () => {
    expect(kinds({ mails: [mail(), mail()] })).toEqual(['letter-twice'])
    const messages = [message(), message({ id: 'm-2' })]
    expect(kinds({ mails: [mail(), mail({ key: 'm-2' })], messages })).toEqual(['step-twice'])
  })

  it('finds a reminder that was begun after the payment, and lets one pass that was already under way', () => {
    const paid = (settledAt: number) => [file({ settledAt, status: 'ended' })]
    expect(kinds({ files: paid(999) })).toEqual(['after-payment'])
    expect(kinds({ files: paid(1_005) })).toEqual([])
  })

  it('lets thanks follow the payment', () => {
    const messages = [message({ steps: [step({ phase: 'thanks', node: 'thank' })] })]
    expect(kinds({ files: [file({ settledAt: 999, status: 'ended' })], messages })).toEqual([])
  })

  it('finds an invoice in dispute that a letter names', () => {
    expect(kinds({ files: [file({ disputed: { from: 900, until: 2_000 } })] })).toEqual(['in-dispute'])
  })

  it('lets an invoice stand aside for the one that carries its account, and no longer than that one has a letter planned', () => {
    const carrier = file({ invoice: 'CORV:FK-00002:2026', number: 'FK-00002', node: 'remind' })
    const aside = file({ node: 'insist', carried: true })
    const planned = message({
      id: 'm-2',
      state: 'queued',
      plannedAt: 900_000,
      steps: [step({ invoice: carrier.invoice })],
    })
    expect(kinds({ files: [carrier, aside], messages: [message(), planned] })).toEqual([])
    expect(kinds({ files: [aside] })).toEqual(['lost'])
  })

  it('finds a reminder that never left, and a file that came to no rest', () => {
    expect(kinds({ mails: [], messages: [] })).toEqual(['lost'])
    expect(kinds({ files: [file({ node: 'patience' })] })).toEqual(['lost'])
    expect(kinds({ files: [file({ node: null, status: null })] })).toEqual(['lost'])
    expect(kinds({ files: [file({ settledAt: 2_000 })] })).toEqual(['lost'])
  })

  it('lets a file stand where people see it: parked, or with a letter planned for another day', () => {
    expect(kinds({ files: [file({ node: 'remind', status: 'parked' })] })).toEqual([])
    const planned = message({ id: 'm-2', state: 'queued', plannedAt: 90_000_000, steps: [step({ visit: 2 })] })
    expect(kinds({ files: [file({ node: 'insist' })], messages: [message(), planned] })).toEqual([])
  })

  it('finds a message that is called sent and never left, and one that left and that nobody is asked about', () => {
    const again = message({ id: 'm-2', steps: [step({ node: 'insist', visit: 2 })] })
    expect(kinds({ messages: [message(), again] })).toEqual(['told-as-sent'])
    expect(kinds({ messages: [message({ state: 'uncertain' })] })).toEqual(['unasked'])
    expect(kinds({ messages: [message({ state: 'uncertain' })], asked: new Set(['m-1']) })).toEqual([])
  })

  it('finds a letter that left while its customer, or everything, was held', () => {
    const hold = (debtor: string | null) => ({ holds: [{ debtor, from: 900, until: 2_000 }] })
    expect(kinds(hold('K00001'))).toEqual(['in-hold'])
    expect(kinds(hold(null))).toEqual(['in-hold'])
    expect(kinds(hold('K00002'))).toEqual([])
    expect(kinds({ holds: [{ debtor: null, from: 1_001, until: 2_000 }] })).toEqual([])
  })

  it('lets a file change its version where it was told to follow, and nowhere else', () => {
    const moved = { files: [file({ hash: 'v2' })] }
    const versions = (follow: boolean) => ({ versions: ['v1', 'v2'].map((hash) => ({ hash, follow })) })
    expect(kinds({ ...moved, ...versions(true) })).toEqual([])
    expect(kinds({ ...moved, ...versions(false) })).toEqual(['mixed-versions'])
  })

  it('finds a letter of nobody, and a file that changed its version by itself', () => {
    expect(kinds({ mails: [mail(), mail({ key: 'm-9' })] })).toEqual(['unknown-letter'])
    expect(kinds({ files: [file({ hash: 'v2' })] })).toEqual(['mixed-versions'])
  })
})

describe('a letter as it came over the line', () => {
  it('tells its key and the invoices that it names, also over a soft line break', () => {
    const content = 'Message-ID: <m-1@corvane.example>\r\nSubject: Rappel\r\n\r\nfacture FK-000=\r\n01 du 1er, FK-00002'
    expect(readLetter(content)).toEqual({ key: 'm-1', subject: 'Rappel', invoices: ['FK-00001', 'FK-00002'] })
  })

  it('reads a text in base 64', () => {
    const body = Buffer.from('facture FK-00003 échue').toString('base64')
    const content = `Message-ID: <m-1@b>\r\n\r\n--x\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--x--`
    expect(readLetter(content).invoices).toEqual(['FK-00003'])
  })
})
