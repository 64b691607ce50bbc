import type { Words } from '@relance/sdk/words'

/** Why a file is refused as a whole; nothing was written. Codes are stable. */
export const importErrorCodes = [
  'format-not-supported',
  'empty-file',
  'binary-file',
  'file-too-large',
  'line-too-long',
  'unknown-encoding',
  'headers-not-recognised',
  'no-rows',
  'too-many-rows',
  'too-many-columns',
  'malformed-csv',
  'no-entity-yet',
  'unknown-entity',
  'entity-needed',
  'stock-of-items-only',
  'stock-has-unreadable-lines',
  'stock-would-settle-too-much',
] as const
export type ImportErrorCode = (typeof importErrorCodes)[number]
export type ImportErrorValues = Readonly<Record<string, string | number>>

/** What is wrong with a file as a whole, and the cure. */
export const importErrorWords: Record<ImportErrorCode, (values: ImportErrorValues) => Words> = {
  'format-not-supported': ({ format }) => ({
    fr: `Le format « ${format} » n’est pas encore pris en charge. Exportez le fichier en CSV.`,
    en: `The format “${format}” is not supported yet. Export the file as CSV.`,
  }),
  'empty-file': () => ({
    fr: 'Le fichier est vide. Refaites l’export et vérifiez qu’il contient une ligne d’en-têtes.',
    en: 'The file is empty. Export it again and check that it has a line of headers.',
  }),
  'binary-file': ({ kind }) => ({
    fr: `Ce n’est pas un fichier texte (${kind}). Dans votre tableur, choisissez « Enregistrer sous », puis CSV.`,
    en: `This is not a text file (${kind}). In your spreadsheet, choose “Save as”, then CSV.`,
  }),
  'file-too-large': ({ limit }) => ({
    fr: `Le fichier dépasse ${limit} Mo. Découpez-le, par entité ou par année.`,
    en: `The file exceeds ${limit} MB. Split it, by entity or by year.`,
  }),
  'line-too-long': ({ line, limit }) => ({
    fr: `La ligne ${line} dépasse ${limit} Ko : ce n’est sans doute pas un CSV, ou ses fins de ligne manquent.`,
    en: `Line ${line} exceeds ${limit} kB: this is probably no CSV, or its line ends are missing.`,
  }),
  'unknown-encoding': ({ encoding }) => ({
    fr: `Le fichier ne se lit pas en ${encoding}. Laissez l’encodage en détection automatique ou enregistrez-le en UTF-8.`,
    en: `The file cannot be read as ${encoding}. Let the encoding be detected or save the file as UTF-8.`,
  }),
  'headers-not-recognised': ({ found, neededFr, neededEn }) => ({
    fr: `Les en-têtes ne sont pas reconnus : « ${found} ». Il faut au moins : ${neededFr}.`,
    en: `The headers are not recognised: “${found}”. Needed at least: ${neededEn}.`,
  }),
  'no-rows': () => ({
    fr: 'Le fichier n’a que sa ligne d’en-têtes. Refaites l’export avec les données.',
    en: 'The file has only its line of headers. Export it again with the data.',
  }),
  'too-many-rows': ({ limit }) => ({
    fr: `Le fichier a plus de ${limit} lignes. Découpez-le, par entité ou par année.`,
    en: `The file has more than ${limit} lines. Split it, by entity or by year.`,
  }),
  'too-many-columns': ({ line, limit }) => ({
    fr: `La ligne ${line} a plus de ${limit} colonnes. Vérifiez le séparateur et les guillemets.`,
    en: `Line ${line} has more than ${limit} columns. Check the separator and the quotes.`,
  }),
  'malformed-csv': ({ line }) => ({
    fr: `Un guillemet ouvert ligne ${line} n’est jamais refermé. Corrigez cette ligne ou doublez le guillemet.`,
    en: `A quote opened on line ${line} is never closed. Correct that line or double the quote.`,
  }),
  'no-entity-yet': () => ({
    fr: 'Aucune entité n’existe encore. Lancez Relance une première fois (npm start) : la société de démonstration est créée.',
    en: 'There is no entity yet. Start Relance once (npm start): the demo company is created.',
  }),
  'unknown-entity': ({ entity, known }) => ({
    fr: `L’entité « ${entity} » n’existe pas. Entités connues : ${known}.`,
    en: `There is no entity “${entity}”. Known entities: ${known}.`,
  }),
  'entity-needed': ({ known }) => ({
    fr: `Plusieurs entités existent (${known}) : choisissez celle du fichier ou ajoutez une colonne « entité ».`,
    en: `There are several entities (${known}): choose the one of the file or add an “entity” column.`,
  }),
  'stock-of-items-only': () => ({
    fr: 'Le mode « stock » ne vaut que pour un fichier de pièces. Importez celui-ci en mode « delta ».',
    en: 'The “stock” mode is for a file of items only. Import this one in “delta” mode.',
  }),
  'stock-has-unreadable-lines': ({ lines }) => ({
    fr: `Des lignes sans numéro de pièce lisible (${lines}) empêchent de savoir ce qui est soldé. Corrigez-les ou importez en mode « delta ».`,
    en: `Lines without a readable item number (${lines}) hide what is settled. Correct them or import in “delta” mode.`,
  }),
  'stock-would-settle-too-much': ({ settled, open, entity }) => ({
    fr: `Ce stock solderait ${settled} des ${open} pièces ouvertes de ${entity} : le fichier est peut-être tronqué. S’il est complet, relancez l’import en le forçant.`,
    en: `This stock would settle ${settled} of the ${open} open items of ${entity}: the file may be cut short. If it is complete, force the import.`,
  }),
}
