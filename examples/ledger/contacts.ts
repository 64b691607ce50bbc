import { type LedgerDebtor, slug } from './debtors.ts'
import type { Draw } from './draw.ts'
import { firstNames, foreignFirstNames, foreignSurnames, surnames } from './names.ts'

export interface LedgerContact {
  readonly debtor: LedgerDebtor
  readonly role: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly optedOut: boolean
}

/** Whom to reach at a customer; one small customer in thirty left no e-mail address, which somebody will have to find. */
export function drawContacts(debtor: LedgerDebtor, draw: Draw): LedgerContact[] {
  const contacts = [drawContact(debtor, { role: 'Comptabilité fournisseurs', draw })]
  if (debtor.segment !== 'tpe' && draw.chance(0.45)) contacts.push(drawContact(debtor, { role: 'Achats', draw }))
  if (draw.chance(debtor.segment === 'tpe' ? 0.2 : 0.5)) contacts.push(drawContact(debtor, { role: 'Direction', draw }))
  return contacts
}

function drawContact(debtor: LedgerDebtor, { role, draw }: { role: string; draw: Draw }): LedgerContact {
  const foreign = debtor.country !== 'FR' && debtor.language === 'en'
  const first = draw.one(foreign ? foreignFirstNames : firstNames)
  const last = draw.one(foreign ? foreignSurnames : surnames)
  const unreachable = debtor.segment === 'tpe' && draw.chance(1 / 30)
  const mailbox =
    role === 'Comptabilité fournisseurs' && draw.chance(0.25) ? 'comptabilite' : `${slug(first)}.${slug(last)}`
  return {
    debtor,
    role,
    name: `${first} ${last}`,
    email: unreachable ? '' : `${mailbox}@${debtor.domain}`,
    phone: draw.chance(0.9) || unreachable ? drawPhone(debtor, draw) : '',
    optedOut: role === 'Achats' && draw.chance(0.03),
  }
}

/** A number from the ranges kept for fiction (ARCEP; Ofcom for London). */
function drawPhone({ dialling }: LedgerDebtor, draw: Draw): string {
  const pair = () => String(draw.whole(0, 99)).padStart(2, '0')
  if (dialling.startsWith('+')) return `${dialling} 0${draw.whole(100, 999)}`
  return `${draw.chance(0.25) ? '06 39 98' : dialling} ${pair()} ${pair()}`
}
