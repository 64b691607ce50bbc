import type { Words } from '@relance/sdk/words'
import type { ErrorCode, ErrorData, ServerNeed } from './error-data.ts'

const serverNames: Record<ServerNeed, Words> = {
  temporal: { fr: 'Temporal', en: 'Temporal' },
  database: { fr: 'la base de données', en: 'the database' },
  mail: { fr: 'le serveur d’e-mails', en: 'the mail server' },
}

const serverVariables: Record<ServerNeed, string> = {
  temporal: 'TEMPORAL_ADDRESS',
  database: 'MONGODB_URI',
  mail: 'SMTP_URL',
}

const homeCauses: Record<ErrorData['home-unusable']['cause'], Words> = {
  'read-only': { fr: 'on ne peut pas y écrire', en: 'it cannot be written to' },
  full: { fr: 'le disque est plein', en: 'the disk is full' },
  'not-a-folder': { fr: 'ce n’est pas un dossier', en: 'it is not a folder' },
}

const homeCures: Record<ErrorData['home-unusable']['cause'], Words> = {
  'read-only': {
    fr: 'Donnez-vous le droit d’écriture ou indiquez un autre dossier dans RELANCE_HOME.',
    en: 'Give yourself write access or name another folder in RELANCE_HOME.',
  },
  full: {
    fr: 'Libérez de la place ou indiquez un autre dossier dans RELANCE_HOME.',
    en: 'Free some space or name another folder in RELANCE_HOME.',
  },
  'not-a-folder': {
    fr: 'Indiquez un dossier dans RELANCE_HOME.',
    en: 'Name a folder in RELANCE_HOME.',
  },
}

function each<T>(items: readonly T[], line: (item: T) => string): string {
  return items.map((item) => `\n  ${line(item)}`).join('')
}

/** One sentence per error, each ending in its cure. */
export const errorWords: { readonly [C in ErrorCode]: (data: ErrorData[C]) => Words } = {
  'invalid-config': ({ faults }) => ({
    fr: `Réglages à corriger dans l’environnement :${each(faults, (f) => `${f.variable} : ${f.fault}`)}`,
    en: `Settings to correct in the environment:${each(faults, (f) => `${f.variable}: ${f.fault}`)}`,
  }),
  'invalid-input': ({ errors }) => ({
    fr: `À corriger, rien n’a été enregistré :${each(errors, (e) => `${e.path} : ${e.message}`)}`,
    en: `To correct, nothing was recorded:${each(errors, (e) => `${e.path}: ${e.message}`)}`,
  }),
  'wrong-use': ({ detail }) => ({ fr: detail, en: detail }),
  'server-missing': ({ need, tried }) => ({
    fr: `${capital(serverNames[need].fr)} n’a pu être trouvé ni démarré. Lancez « docker compose up » ou renseignez ${serverVariables[need]}. Essayé :${each(tried, (t) => `${t.step} : ${t.reason}`)}`,
    en: `${capital(serverNames[need].en)} could be neither found nor started. Run "docker compose up" or set ${serverVariables[need]}. Tried:${each(tried, (t) => `${t.step}: ${t.reason}`)}`,
  }),
  'server-unreachable': ({ need, address, reason }) => ({
    fr: `${capital(serverNames[need].fr)} ne répond pas à ${address} (${reason}). Vérifiez ${serverVariables[need]}, ou retirez cette variable pour que Relance démarre le sien.`,
    en: `${capital(serverNames[need].en)} does not answer at ${address} (${reason}). Check ${serverVariables[need]}, or unset it and Relance starts its own.`,
  }),
  'server-too-old': ({ need, found, needed, address }) => ({
    fr: `${capital(serverNames[need].fr)} à ${address} est en version ${found} ; il faut au moins ${needed}. Mettez-le à jour, ou retirez ${serverVariables[need]} pour que Relance démarre le sien.`,
    en: `${capital(serverNames[need].en)} at ${address} is version ${found}; ${needed} or later is needed. Upgrade it, or unset ${serverVariables[need]} and Relance starts its own.`,
  }),
  'server-stopped': ({ need, log, tail }) => ({
    fr: `${need} s’est arrêté. Le journal est dans ${log}${tail ? ` et finit par :\n${tail}` : '.'}`,
    en: `${need} stopped. Its log is in ${log}${tail ? ` and ends with:\n${tail}` : '.'}`,
  }),
  'port-busy': ({ port, variable }) => ({
    fr: `Le port ${port} est déjà pris. Arrêtez le programme qui l’occupe ou choisissez-en un autre : ${variable}=${port + 1} npm start`,
    en: `Port ${port} is already in use. Stop the program that holds it or choose another: ${variable}=${port + 1} npm start`,
  }),
  'home-locked': ({ home, pid, page }) => ({
    fr: `Relance tourne déjà sur ${home} (processus ${pid}${page ? `, ${page}` : ''}). Arrêtez-le, ou indiquez un autre dossier dans RELANCE_HOME.`,
    en: `Relance is already running on ${home} (process ${pid}${page ? `, ${page}` : ''}). Stop it, or name another folder in RELANCE_HOME.`,
  }),
  'home-unusable': ({ home, cause, detail }) => ({
    fr: `Le dossier ${home} ne peut pas servir : ${homeCauses[cause].fr} (${detail}). ${homeCures[cause].fr}`,
    en: `The folder ${home} cannot be used: ${homeCauses[cause].en} (${detail}). ${homeCures[cause].en}`,
  }),
  'build-failed': ({ part, detail }) => ({
    fr: `La construction de ${part} a échoué :\n${detail}`,
    en: `Building ${part} failed:\n${detail}`,
  }),
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
