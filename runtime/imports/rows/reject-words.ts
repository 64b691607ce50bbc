import type { Words } from '@relance/sdk/words'

export const rejectCodes = [
  'missing',
  'too-long',
  'broken-quote',
  'too-many-cells',
  'amount-unreadable',
  'amount-ambiguous',
  'amount-absurd',
  'amount-negative',
  'open-exceeds-amount',
  'date-unreadable',
  'date-out-of-range',
  'due-before-issue',
  'unknown-choice',
  'unknown-currency',
  'other-currency',
  'unknown-country',
  'unknown-zone',
  'invalid-siren',
  'invalid-email',
  'invalid-phone',
  'contact-unreachable',
  'entity-missing',
  'unknown-entity',
  'other-entity',
  'duplicate',
  'unknown-debtor',
  'other-debtor',
  'unknown-invoice',
  'invoice-of-several-years',
  'not-an-invoice',
  'already-settled',
  'payment-in-the-future',
  'amount-changed-after-payment',
] as const
export type RejectCode = (typeof rejectCodes)[number]
export type RejectValues = Readonly<Record<string, string | number>>

/** Why a line is not taken, and the cure. */
export const rejectWords: Record<RejectCode, (values: RejectValues) => Words> = {
  missing: ({ fieldFr, fieldEn }) => ({
    fr: `Il manque : ${fieldFr}. Complétez la cellule.`,
    en: `Missing: ${fieldEn}. Fill the cell.`,
  }),
  'too-long': ({ fieldFr, fieldEn, limit }) => ({
    fr: `Trop long : ${fieldFr} (${limit} caractères au plus). Raccourcissez la cellule.`,
    en: `Too long: ${fieldEn} (${limit} characters at most). Shorten the cell.`,
  }),
  'broken-quote': ({ last }) => ({
    fr: `Un guillemet ouvert avale les lignes suivantes, jusqu’à la ligne ${last}. Refermez-le ou doublez-le.`,
    en: `An open quote swallows the lines that follow, up to line ${last}. Close or double it.`,
  }),
  'too-many-cells': ({ found, expected }) => ({
    fr: `${found} cellules au lieu de ${expected}. Mettez entre guillemets la cellule qui contient le séparateur.`,
    en: `${found} cells instead of ${expected}. Quote the cell that holds the separator.`,
  }),
  'amount-unreadable': ({ text, fieldFr, fieldEn }) => ({
    fr: `Montant illisible : ${fieldFr} « ${text} ». Écrivez par exemple 1234,56.`,
    en: `Unreadable amount: ${fieldEn} “${text}”. Write for example 1234.56.`,
  }),
  'amount-ambiguous': ({ text }) => ({
    fr: `« ${text} » peut se lire de deux façons, milliers ou décimales. Écrivez les centimes ou indiquez le signe décimal du fichier.`,
    en: `“${text}” can be read in two ways, thousands or decimals. Write the cents or name the decimal sign of the file.`,
  }),
  'amount-absurd': ({ text }) => ({
    fr: `Montant invraisemblable : « ${text} ». Vérifiez le signe décimal et la devise.`,
    en: `Unbelievable amount: “${text}”. Check the decimal sign and the currency.`,
  }),
  'amount-negative': ({ text, kindFr, kindEn }) => ({
    fr: `Montant négatif pour ${kindFr} : « ${text} ». Un avoir se note « avoir » dans la colonne type.`,
    en: `Negative amount for ${kindEn}: “${text}”. A credit note is marked “credit note” in the type column.`,
  }),
  'open-exceeds-amount': ({ open, amount }) => ({
    fr: `Le solde ${open} ne tient pas dans le montant ${amount}. Vérifiez les deux cellules.`,
    en: `The open amount ${open} does not fit in the amount ${amount}. Check both cells.`,
  }),
  'date-unreadable': ({ text, fieldFr, fieldEn }) => ({
    fr: `Date illisible : ${fieldFr} « ${text} ». Écrivez par exemple 31/03/2026.`,
    en: `Unreadable date: ${fieldEn} “${text}”. Write for example 2026-03-31.`,
  }),
  'date-out-of-range': ({ text, fieldFr, fieldEn }) => ({
    fr: `Date hors limites : ${fieldFr} « ${text} ». L’année doit être comprise entre 1990 et 2100.`,
    en: `Date out of range: ${fieldEn} “${text}”. The year must lie between 1990 and 2100.`,
  }),
  'due-before-issue': ({ due, issue }) => ({
    fr: `L’échéance ${due} précède la facture, datée du ${issue}. Vérifiez l’ordre du jour et du mois.`,
    en: `The due date ${due} precedes the invoice, dated ${issue}. Check the order of day and month.`,
  }),
  'unknown-choice': ({ fieldFr, fieldEn, text, choices }) => ({
    fr: `Valeur inconnue : ${fieldFr} « ${text} ». Valeurs admises : ${choices}.`,
    en: `Unknown value: ${fieldEn} “${text}”. Accepted: ${choices}.`,
  }),
  'unknown-currency': ({ text }) => ({
    fr: `Devise inconnue : « ${text} ». Écrivez son code ISO, par exemple EUR.`,
    en: `Unknown currency: “${text}”. Write its ISO code, for example EUR.`,
  }),
  'other-currency': ({ found, expected }) => ({
    fr: `La devise ${found} n’est pas celle de la pièce, ${expected}. Corrigez la devise ou la pièce.`,
    en: `The currency ${found} is not that of the item, ${expected}. Correct the currency or the item.`,
  }),
  'unknown-country': ({ text }) => ({
    fr: `Pays inconnu : « ${text} ». Écrivez son code à deux lettres, par exemple FR.`,
    en: `Unknown country: “${text}”. Write its two-letter code, for example FR.`,
  }),
  'unknown-zone': ({ text }) => ({
    fr: `Fuseau horaire inconnu : « ${text} ». Écrivez par exemple Europe/Paris.`,
    en: `Unknown time zone: “${text}”. Write for example Europe/Paris.`,
  }),
  'invalid-siren': ({ text }) => ({
    fr: `« ${text} » n’est pas un SIREN (9 chiffres) ni un SIRET (14 chiffres). Corrigez-le ou videz la cellule.`,
    en: `“${text}” is neither a SIREN (9 digits) nor a SIRET (14 digits). Correct it or empty the cell.`,
  }),
  'invalid-email': ({ text }) => ({
    fr: `« ${text} » n’est pas une adresse e-mail. Corrigez-la ou videz la cellule.`,
    en: `“${text}” is not an e-mail address. Correct it or empty the cell.`,
  }),
  'invalid-phone': ({ text }) => ({
    fr: `« ${text} » n’est pas un numéro de téléphone. Corrigez-le ou videz la cellule.`,
    en: `“${text}” is not a phone number. Correct it or empty the cell.`,
  }),
  'contact-unreachable': () => ({
    fr: 'Ce contact n’a ni e-mail ni téléphone. Renseignez l’un des deux.',
    en: 'This contact has neither e-mail nor phone. Fill in one of them.',
  }),
  'entity-missing': ({ known }) => ({
    fr: `L’entité n’est pas indiquée. Écrivez son code : ${known}.`,
    en: `The entity is not given. Write its code: ${known}.`,
  }),
  'unknown-entity': ({ text, known }) => ({
    fr: `L’entité « ${text} » n’existe pas. Entités connues : ${known}.`,
    en: `There is no entity “${text}”. Known entities: ${known}.`,
  }),
  'other-entity': ({ text, expected }) => ({
    fr: `Cette ligne est de l’entité ${text}, l’import ne porte que sur ${expected}.`,
    en: `This line belongs to entity ${text}, the import is for ${expected} only.`,
  }),
  duplicate: ({ what, lines }) => ({
    fr: `« ${what} » figure plusieurs fois, lignes ${lines} : aucune n’est prise. Gardez la bonne.`,
    en: `“${what}” appears several times, lines ${lines}: none is taken. Keep the right one.`,
  }),
  'unknown-debtor': ({ code, entity }) => ({
    fr: `Le client « ${code} » n’existe pas dans ${entity}. Importez d’abord les clients, ou ajoutez une colonne « raison sociale ».`,
    en: `There is no customer “${code}” in ${entity}. Import the customers first, or add a “company name” column.`,
  }),
  'other-debtor': ({ item, found, expected }) => ({
    fr: `La pièce ${item} est au client ${expected}, la ligne dit ${found}. Corrigez le code client.`,
    en: `Item ${item} belongs to customer ${expected}, the line says ${found}. Correct the customer code.`,
  }),
  'unknown-invoice': ({ number, entity }) => ({
    fr: `La facture « ${number} » n’existe pas dans ${entity}. Importez d’abord les pièces.`,
    en: `There is no invoice “${number}” in ${entity}. Import the items first.`,
  }),
  'invoice-of-several-years': ({ number, years }) => ({
    fr: `Le numéro « ${number} » existe en ${years}. Soldez la bonne facture depuis sa page.`,
    en: `The number “${number}” exists in ${years}. Settle the right invoice from its page.`,
  }),
  'not-an-invoice': ({ number }) => ({
    fr: `La pièce « ${number} » n’est pas une facture : un règlement ne s’y impute pas.`,
    en: `Item “${number}” is not an invoice: a payment cannot be posted to it.`,
  }),
  'already-settled': ({ number }) => ({
    fr: `La facture ${number} est déjà soldée : ce règlement est peut-être déjà saisi. S’il s’agit d’un second versement, saisissez-le depuis la facture.`,
    en: `Invoice ${number} is already settled: this payment may have been entered before. If it is a second one, enter it from the invoice.`,
  }),
  'payment-in-the-future': ({ date }) => ({
    fr: `Le règlement est daté du ${date}, dans le futur. Vérifiez l’ordre du jour et du mois.`,
    en: `The payment is dated ${date}, in the future. Check the order of day and month.`,
  }),
  'amount-changed-after-payment': ({ number, paid, amount }) => ({
    fr: `La facture ${number} a déjà reçu ${paid} : son montant ne peut pas descendre à ${amount}. Vérifiez les deux.`,
    en: `Invoice ${number} has already received ${paid}: its amount cannot fall to ${amount}. Check both.`,
  }),
}
