import type { Words } from '@relance/sdk/words'

/** What `token` and `rehearse` say. `{name}` stands for a value. */
export const apiWords = {
  token: { fr: 'gère les jetons d’accès à l’API', en: 'manage access tokens of the API' },
  create: {
    fr: 'crée un jeton et l’affiche une seule fois',
    en: 'create a token and show it once',
  },
  role: {
    fr: 'rôle : finance-director, collector, salesperson, controller ou admin',
    en: 'role: finance-director, collector, salesperson, controller or admin',
  },
  name: { fr: 'nom de la personne ou du programme', en: 'name of the person or program' },
  badRole: {
    fr: 'Rôle inconnu : « {role} ». Rôles possibles : {roles}.',
    en: 'Unknown role: "{role}". Possible: {roles}.',
  },
  rehearse: {
    fr: 'répète un scénario dans le vrai moteur, en temps accéléré, vers le seul attrape-courriels',
    en: 'rehearse a scenario in the real engine, in skipped time, against the mail catcher only',
  },
  scenario: {
    fr: 'fichier (JSON) ou identifiant d’un scénario enregistré',
    en: 'file (JSON) or id of a saved scenario',
  },
  invoice: {
    fr: 'pièce qui prête ses données, {entité}:{numéro}:{année} ; sinon une facture inventée',
    en: 'item that lends its facts, {entity}:{number}:{year}; else a made-up invoice',
  },
  published: { fr: 'la version publiée au lieu du brouillon', en: 'the published version instead of the draft' },
  notRunning: {
    fr: 'La répétition a besoin de Relance en marche. Lancez « npm start », puis recommencez.',
    en: 'A rehearsal needs Relance to be running. Run "npm start", then try again.',
  },
  unreadable: {
    fr: 'Le fichier {path} ne contient pas de JSON lisible : {reason}',
    en: 'The file {path} holds no readable JSON: {reason}',
  },
  begun: { fr: 'Répétition de « {scenario} » :', en: 'Rehearsing "{scenario}":' },
  done: { fr: 'Terminé : {steps} étapes.', en: 'Done: {steps} steps.' },
  mails: { fr: 'E-mails à lire sur {url}', en: 'Read the e-mails at {url}' },
  failed: { fr: 'La répétition a échoué : {reason}', en: 'The rehearsal failed: {reason}' },
} as const satisfies Record<string, Words>

/** A sentence with its values. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
