import { z } from 'zod'
import { choiceCell, entityCell, textCell, yesOrNo } from './cells.ts'
import { emailCell, phoneCell } from './contact-cells.ts'
import { languageSpellings } from './language-spellings.ts'
import { type RowContext, report } from './row-context.ts'

export type ContactRole = 'accounts-payable' | 'buyer' | 'escalation'

/** A contact as its line states it. */
export interface ContactRow {
  readonly id: string
  readonly entity: string
  readonly debtor: string
  readonly debtorCode: string
  readonly role: ContactRole
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly language: 'fr' | 'en' | null
  readonly optedOut: boolean
}

const roleSpellings: Readonly<Record<ContactRole, string>> = {
  'accounts-payable':
    'comptabilité, comptabilité fournisseurs, comptable, comptable fournisseurs, compta, fournisseurs, accounting, ap, facturation',
  buyer: 'acheteur, acheteuse, achats, service achats, purchasing, procurement',
  escalation:
    'direction, dirigeant, dirigeante, direction financière, daf, responsable, gérant, gérante, escalade, directeur financier, directrice financière, finance director, cfo, management, manager',
}

/** Schema of one line of a file of contacts. */
export function contactRowSchema(context: RowContext) {
  return z
    .object({
      entity: entityCell(context),
      debtor: textCell(context, 'debtor', { max: 64, required: true }),
      role: choiceCell(context, 'role', roleSpellings),
      name: textCell(context, 'name', { max: 120 }),
      firstName: textCell(context, 'firstName', { max: 60 }),
      email: emailCell,
      phone: phoneCell,
      language: choiceCell(context, 'language', languageSpellings),
      optedOut: choiceCell(context, 'optedOut', yesOrNo),
    })
    .transform((cells, sink): ContactRow => {
      if (cells.email === '' && cells.phone === '') report(sink, 'contact-unreachable')
      const entity = cells.entity!
      const role = cells.role ?? 'accounts-payable'
      return {
        id: `${entity.code}:${cells.debtor}/${role}/${cells.email || cells.phone}`,
        entity: entity.code,
        debtor: `${entity.code}:${cells.debtor}`,
        debtorCode: cells.debtor,
        role,
        name: [cells.firstName, cells.name].filter(Boolean).join(' '),
        email: cells.email,
        phone: cells.phone,
        language: cells.language,
        optedOut: cells.optedOut === 'yes',
      }
    })
}
