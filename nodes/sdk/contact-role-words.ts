import type { ContactRole } from './contact.ts'
import type { Words } from './words.ts'

/** A contact's role as a label, and as the end of a sentence: "Relance ferme" + "à la comptabilité". */
export const contactRoleWords: Record<ContactRole, { readonly name: Words; readonly to: Words }> = {
  'accounts-payable': {
    name: { fr: 'Comptabilité fournisseurs', en: 'Accounts payable' },
    to: { fr: 'à la comptabilité', en: 'to accounts payable' },
  },
  buyer: { name: { fr: 'Acheteur', en: 'Buyer' }, to: { fr: "à l'acheteur", en: 'to the buyer' } },
  escalation: { name: { fr: 'Direction', en: 'Management' }, to: { fr: 'à la direction', en: 'to management' } },
}
