import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Locale, locales } from '@relance/sdk/words'
import { describe, expect, it } from 'vitest'
import { renderEmail, renderScript, templates } from './render.ts'
import { sampleFacts } from './sample-facts.ts'
import { callStages, emailStages } from './stages.ts'
import { TemplateError } from './template-error.ts'
import type { TemplateFacts } from './template-facts.ts'

const single: TemplateFacts = {
  ...sampleFacts,
  contact: { name: null },
  salesperson: null,
  invoices: [sampleFacts.invoices[0]!, sampleFacts.invoices[3]!],
  payment: { ...sampleFacts.payment!, invoices: ['FA-2026-0712'] },
  penalties: {
    ...sampleFacts.penalties!,
    interest: { amount: 2_573, currency: 'EUR' },
    indemnity: { amount: 4_000, currency: 'EUR' },
  },
}

async function fault(facts: TemplateFacts, stage = 'reminder-neutral') {
  const error = await renderEmail({ stage, locale: 'fr', facts }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TemplateError)
  return (error as TemplateError).problems.map(({ code, subject }) => `${code} ${subject}`)
}

describe.each(locales)('in %s', (locale) => {
  it.each(emailStages.map(({ stage }) => stage))('the e-mail %s reads as its fixture', async (stage) => {
    const [several, one] = [
      await renderEmail({ stage, locale, facts: sampleFacts }),
      await renderEmail({ stage, locale, facts: single }),
    ]
    const letters = [several, one].map(({ subject, text }) => `${subject}\n\n${text}`)
    await expect(letters.join('\n======== one invoice, contact unknown ========\n\n')).toMatchFileSnapshot(
      fixture('email', stage, locale),
    )
    expect(several.html).toContain('C00418')
  })

  it.each(callStages.map(({ stage }) => stage))('the script %s reads as its fixture', async (stage) => {
    const { subject, text } = await renderScript({ stage, locale, facts: sampleFacts })
    await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(fixture('call', stage, locale))
  })

  it('every reminder says what to do if the payment has already left', async () => {
    const said = locale === 'fr' ? /votre règlement est déjà parti/ : /your payment is already on its way/
    for (const { stage } of emailStages.filter((entry) => !entry.stage.startsWith('thanks'))) {
      expect((await renderEmail({ stage, locale, facts: sampleFacts })).text).toMatch(said)
    }
  })

  it('every letter names somebody to call and the legal identity of its sender', async () => {
    for (const { stage } of emailStages) {
      const { text, html } = await renderEmail({ stage, locale, facts: sampleFacts })
      for (const part of [text, html]) {
        for (const words of [
          'Nadia Ferrand',
          '03 20 00 14 52',
          'SIREN\u00a0523\u00a0417\u00a0806',
          'SAS',
          '250 000 €',
        ]) {
          expect(part).toContain(words)
        }
        expect(part).toMatch(/Lille Métropole[\s\S]*18 rue des Tanneurs, 59000 Lille/)
      }
    }
  })
})

function fixture(medium: string, stage: string, locale: Locale): string {
  return join(import.meta.dirname, 'fixtures', `${medium}.${stage}.${locale}.txt`)
}

it('lists every file of e-mail/ and call/ as a stage, in both languages', () => {
  for (const [medium, stages] of [
    ['email', emailStages],
    ['call', callStages],
  ] as const) {
    const files = readdirSync(join(import.meta.dirname, medium)).filter((file) => file.endsWith('.hbs'))
    const expected = stages.flatMap(({ stage }) => locales.map((locale) => `${stage}.${locale}.hbs`))
    expect(files.toSorted()).toEqual(expected.toSorted())
  }
})

it('claims what is due after credit notes, and lists each invoice of the account', async () => {
  const { subject, text } = await renderEmail({ stage: 'firm-reminder', locale: 'fr', facts: sampleFacts })
  expect(subject).toContain('3\u202f837,30\u00a0€')
  for (const number of ['FA-2026-0712', 'FA-2026-0789', 'FA-2026-0815', 'AV-2026-0031']) expect(text).toContain(number)
})

it('says of each stage whether it states penalties', async () => {
  for (const { stage, claims = false } of emailStages) {
    const { text } = await renderEmail({ stage, locale: 'fr', facts: sampleFacts })
    expect(text.includes('En sus du principal'), stage).toBe(claims)
  }
})

it('keeps penalties apart from the principal', async () => {
  const penalties = { ...sampleFacts.penalties!, rates: [1_315, 1_215] }
  const { text } = await renderEmail({ stage: 'last-notice', locale: 'fr', facts: { ...sampleFacts, penalties } })
  expect(text).toMatch(/En sus du principal[\s\S]*13,15\s% et 12,15\s%[\s\S]*36,20[\s\S]*120,00/)
  expect(text).toContain('Solde à régler\u00a0: 3\u202f837,30\u00a0€')
})

it('says that the e-mail beside a formal notice is only a copy', async () => {
  const { subject, text } = await renderEmail({ stage: 'formal-notice-copy', locale: 'fr', facts: sampleFacts })
  expect(subject).toMatch(/^Copie de notre mise en demeure/)
  expect(text).toContain('Seule la lettre recommandée vaut mise en demeure.')
  expect(text).toMatch(/article 1344 du Code civil[\s\S]*22\u00a0octobre\u00a02026/)
})

it('threatens nothing beyond its step', async () => {
  const early = emailStages.filter(({ level }) => level < 4)
  for (const { stage } of early) {
    const { text } = await renderEmail({ stage, locale: 'fr', facts: sampleFacts })
    expect(text).not.toMatch(/mise en demeure|contentieux|justice|avocat|commissaire/i)
  }
})

it('adds up several currencies apart', async () => {
  const foreign = { ...sampleFacts.invoices[1]!, number: 'FA-USD', currency: 'USD' }
  const facts = { ...sampleFacts, invoices: [sampleFacts.invoices[1]!, foreign] }
  const { text } = await renderEmail({ stage: 'reminder-neutral', locale: 'en', facts })
  expect(text).toContain('€1,212.00 and US$1,212.00')
})

it('reminds beforehand only of what falls due about the same time', async () => {
  const later = { ...sampleFacts.invoices[3]!, number: 'FA-2026-0999', dueDate: '2026-12-22' }
  const facts = { ...sampleFacts, invoices: [...sampleFacts.invoices, later] }
  const { text } = await renderEmail({ stage: 'pre-due-courteous', locale: 'fr', facts })
  expect(text).toContain('FA-2026-0921')
  expect(text).not.toContain('FA-2026-0999')
})

it('does not chase a customer to whom we owe more than he owes us', async () => {
  const credit = { ...sampleFacts.invoices[5]!, open: -900_000 }
  expect(await fault({ ...sampleFacts, invoices: [...sampleFacts.invoices, credit] })).toEqual([
    'nothing-to-say overdue',
  ])
})

it('does not send a reminder when nothing is overdue, nor thanks without a payment', async () => {
  expect(await fault({ ...sampleFacts, invoices: [sampleFacts.invoices[3]!] })).toEqual(['nothing-to-say overdue'])
  expect(await fault({ ...sampleFacts, payment: null }, 'thanks-courteous')).toEqual(['nothing-to-say payment'])
})

it('names what is missing from the records rather than leave a hole in a letter', async () => {
  const sender = { ...sampleFacts.sender, siren: '', phone: null }
  const collector = { ...sampleFacts.collector, phone: '' }
  expect(await fault({ ...sampleFacts, sender })).toEqual(['missing-fact sender.siren'])
  expect(await fault({ ...sampleFacts, sender: { ...sampleFacts.sender, phone: null }, collector })).toEqual([
    'missing-fact collector.phone',
  ])
})

it("gives the entity's phone when the collector has none", async () => {
  const facts = { ...sampleFacts, collector: { ...sampleFacts.collector, phone: '' } }
  expect((await renderEmail({ stage: 'reminder-neutral', locale: 'fr', facts })).text).toContain('03 20 00 14 50')
})

it('lets no name forge HTML or a mail header', async () => {
  const debtor = { name: '<script>alert(1)</script>', code: '"><img src=x>' }
  const { html } = await renderEmail({ stage: 'reminder-key-account', locale: 'fr', facts: { ...sampleFacts, debtor } })
  expect(html).not.toMatch(/<script|<img/)
  expect(await fault({ ...sampleFacts, debtor: { name: 'A\r\nBcc: x@y.z', code: 'C1' } })).toEqual([
    'missing-fact debtor.name',
  ])
  expect(await fault({ ...sampleFacts, links: { account: 'javascript:alert(1)' } })).toEqual([
    'missing-fact links.account',
  ])
})

it('says which text is missing in which language', async () => {
  expect(templates.has({ medium: 'email', template: 'reminder-neutral' }, 'fr')).toBe(true)
  expect(templates.has({ medium: 'email', template: '../package' }, 'fr')).toBe(false)
  expect(templates.has({ medium: 'letter', template: 'reminder-neutral' }, 'fr')).toBe(false)
  const [problem] = await templates.check({ medium: 'email', template: 'our-own' }, 'en')
  expect(problem).toMatchObject({ code: 'no-template', file: 'email/our-own.en.hbs' })
})

it('writes an e-mail in under two milliseconds once its template is compiled', async () => {
  const render = () => renderEmail({ stage: 'firm-reminder', locale: 'fr', facts: sampleFacts })
  for (let warm = 0; warm < 50; warm++) await render()
  const times: number[] = []
  for (let round = 0; round < 200; round++) {
    const start = performance.now()
    await render()
    times.push(performance.now() - start)
  }
  expect(times.toSorted((left, right) => left - right)[100]).toBeLessThan(2)
})

it('gives the same words the same version, and other words another', async () => {
  const hash = async (stage: string) => (await renderEmail({ stage, locale: 'fr', facts: sampleFacts })).hash
  expect(await hash('firm-reminder')).toBe(await hash('firm-reminder'))
  expect(await hash('firm-reminder')).not.toBe(await hash('reminder-neutral'))
})
