import { column, type Subject } from './column.ts'
import { emailColumn, entityColumn, languageColumn, phoneColumn, segmentColumn } from './shared-columns.ts'

const columns = [
  column(
    'debtor',
    { fr: 'code client', en: 'customer code' },
    'code client, numero client, n client, no client, id client, compte client, code tiers, code debiteur, customer code, customer number, customer id, debtor code, debtor id, account number, code, compte, tiers, account, debtor, customer, client, id',
  ),
  column(
    'name',
    { fr: 'raison sociale', en: 'name' },
    'raison sociale, denomination sociale, denomination, nom client, nom du client, nom de la societe, societe, customer name, debtor name, company name, company, nom, name, client, customer',
  ),
  entityColumn,
  column(
    'siren',
    { fr: 'SIREN', en: 'SIREN' },
    'siren, numero siren, n siren, siret, numero siret, siren siret, registration number, company number, company registration',
  ),
  segmentColumn,
  column(
    'employees',
    { fr: 'effectif', en: 'employees' },
    'effectif, effectifs, nombre de salaries, salaries, employees, headcount',
  ),
  column(
    'turnover',
    { fr: "chiffre d'affaires", en: 'turnover' },
    'chiffre d affaires, chiffre affaires, ca, ca annuel, turnover, revenue, annual turnover',
    { holds: 'amount' },
  ),
  column('country', { fr: 'pays', en: 'country' }, 'pays, code pays, country, country code'),
  languageColumn,
  column('zone', { fr: 'fuseau horaire', en: 'time zone' }, 'fuseau horaire, fuseau, time zone, timezone'),
  column(
    'address',
    { fr: 'adresse', en: 'address' },
    'adresse, adresse 1, adresse ligne 1, ligne adresse 1, rue, voie, address, address 1, address line 1, street',
  ),
  column(
    'address2',
    { fr: "complément d'adresse", en: 'address, line 2' },
    'adresse 2, adresse ligne 2, complement d adresse, complement adresse, complement, address 2, address line 2',
  ),
  column(
    'postalCode',
    { fr: 'code postal', en: 'postal code' },
    'code postal, cp, postal code, postcode, zip code, zip',
  ),
  column('city', { fr: 'ville', en: 'city' }, 'ville, commune, localite, city, town'),
  column(
    'collector',
    { fr: 'chargé de recouvrement', en: 'collector' },
    'charge de recouvrement, chargee de recouvrement, charge recouvrement, recouvreur, charge de relance, gestionnaire, collector',
  ),
  column(
    'salesperson',
    { fr: 'commercial', en: 'salesperson' },
    'commercial, commerciale, vendeur, representant, salesperson, sales rep, account manager',
  ),
  column(
    'excluded',
    { fr: 'exclu des relances', en: 'excluded from reminders' },
    'exclu des relances, ne pas relancer, exclu, exclusion, excluded, exclude, no reminders',
  ),
  column(
    'contactName',
    { fr: 'nom du contact', en: 'contact name' },
    'nom du contact, nom contact, contact, interlocuteur, contact name',
  ),
  emailColumn,
  phoneColumn,
]

export const debtors = { name: 'debtors', columns, needs: [['debtor'], ['name']] } as const satisfies Subject<
  (typeof columns)[number]['field']
>
