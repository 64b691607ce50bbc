import { column } from './column.ts'

/** Columns that several kinds of files share. */
export const entityColumn = column(
  'entity',
  { fr: 'entité', en: 'entity' },
  'entite, code entite, entity, entity code, societe emettrice, company code, etablissement',
)
export const debtorColumn = column(
  'debtor',
  { fr: 'code client', en: 'customer code' },
  'code client, numero client, n client, no client, id client, compte client, code tiers, code debiteur, customer code, customer number, customer no, customer id, debtor code, debtor id, account number, client, tiers, compte, debiteur, customer, debtor, account',
)
export const currencyColumn = column(
  'currency',
  { fr: 'devise', en: 'currency' },
  'devise, code devise, monnaie, currency, currency code',
)
export const emailColumn = column(
  'email',
  { fr: 'e-mail', en: 'e-mail' },
  'email, e mail, mail, courriel, adresse e mail, adresse email, adresse mail, adresse electronique, email address, email contact, contact email, mail contact',
)
export const phoneColumn = column(
  'phone',
  { fr: 'téléphone', en: 'phone' },
  'telephone, tel, numero de telephone, telephone contact, phone, phone number, contact phone, portable, mobile',
)
export const languageColumn = column(
  'language',
  { fr: 'langue', en: 'language' },
  'langue, code langue, language, language code, lang',
)
export const segmentColumn = column(
  'segment',
  { fr: 'segment', en: 'segment' },
  'segment, segment client, profil, profil client, categorie, taille, type de client, customer segment, category, profile, size',
)
