import type { Words } from '@relance/sdk/words'

/** What can be wrong with a text, with the cure; `{subject}` is the path, helper or tag in question. */
export const problemWords = {
  'no-template': {
    fr: "Le modèle n'existe pas dans cette langue : ajoutez le fichier, ou choisissez un autre modèle.",
    en: 'The template does not exist in this language: add the file, or choose another template.',
  },
  'too-large': {
    fr: 'Le modèle dépasse {subject} : raccourcissez-le.',
    en: 'The template is larger than {subject}: shorten it.',
  },
  'front-matter': {
    fr: "L'en-tête entre les deux lignes « --- » est incomplet ou mal écrit : {subject}.",
    en: 'The head between the two “---” lines is incomplete or malformed: {subject}.',
  },
  syntax: {
    fr: 'Une accolade, un bloc ou un nom est mal écrit : {subject}.',
    en: 'A brace, a block or a name is malformed: {subject}.',
  },
  'unknown-fact': {
    fr: "« {subject} » n'est pas un fait connu à cet endroit : corrigez le nom.",
    en: '“{subject}” is not a fact known at this place: correct the name.',
  },
  'forbidden-name': {
    fr: "« {subject} » n'est permis dans aucun modèle : retirez-le.",
    en: '“{subject}” is allowed in no template: remove it.',
  },
  'unknown-helper': {
    fr: "« {subject} » n'est pas une mise en forme connue : utilisez money, date, days ou plural.",
    en: '“{subject}” is not a known helper: use money, date, days or plural.',
  },
  'wrong-arguments': {
    fr: '« {subject} » reçoit de mauvaises valeurs : voyez les exemples du dossier templates.',
    en: '“{subject}” is given the wrong values: see the examples in the templates folder.',
  },
  'may-be-missing': {
    fr: '« {subject} » peut manquer : entourez le passage de {{#if {subject}}} … {{/if}}.',
    en: '“{subject}” may be missing: put the passage inside {{#if {subject}}} … {{/if}}.',
  },
  'not-text': {
    fr: "« {subject} » ne s'écrit pas tel quel : mettez-le en forme (money, date, days) ou parcourez-le (each).",
    en: '“{subject}” cannot be written as it is: format it (money, date, days) or go through it (each).',
  },
  'not-a-list': {
    fr: "« {subject} » n'est pas une liste.",
    en: '“{subject}” is not a list.',
  },
  'too-deep': {
    fr: 'Les blocs sont trop imbriqués : deux « each » et douze blocs au plus.',
    en: 'Blocks are nested too deep: two “each” and twelve blocks at most.',
  },
  raw: {
    fr: '« {subject} » écrirait sans protection : gardez deux accolades.',
    en: '“{subject}” would be written unescaped: keep two braces.',
  },
  'unknown-partial': {
    fr: "« {subject} » n'est pas un élément connu, ou n'est pas seul sur son paragraphe.",
    en: '“{subject}” is not a known part, or does not stand alone as a paragraph.',
  },
  'not-allowed': {
    fr: "« {subject} » n'est pas permis dans un modèle.",
    en: '“{subject}” is not allowed in a template.',
  },
  'missing-fact': {
    fr: 'Il manque {subject} : complétez la fiche (entité, client ou chargé de recouvrement).',
    en: '{subject} is missing or malformed: complete the record (entity, customer or collector).',
  },
  'nothing-to-say': {
    fr: "Le compte n'a rien de ce dont parle ce modèle ({subject}).",
    en: 'The account has nothing that this template speaks of ({subject}).',
  },
  'too-long': {
    fr: 'Le texte obtenu dépasse {subject}.',
    en: 'The rendered text is longer than {subject}.',
  },
} as const satisfies Record<string, Words>

export type ProblemCode = keyof typeof problemWords
