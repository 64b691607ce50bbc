import type { Locale, Words } from '@relance/sdk/words'
import type { Problem } from './types.ts'

/** What can be wrong with a scenario, each with its cure, by the problem's code. `{name}` stands for a value of the problem. */
export const problemWords = {
  'not-json': {
    fr: "Le fichier n'est pas du JSON : {detail}.",
    en: 'The file is not JSON: {detail}.',
  },
  'not-a-document': {
    fr: "Ce n'est pas un scénario : un document JSON « relance.scenario/1 » est attendu.",
    en: 'This is not a scenario: a JSON document “relance.scenario/1” is expected.',
  },
  'unknown-format': {
    fr: 'Format « {found} » inconnu : cette version lit « {expected} ». Mettez Relance à jour ou exportez à nouveau le scénario.',
    en: 'Unknown format “{found}”: this version reads “{expected}”. Update Relance or export the scenario again.',
  },
  'too-many-nodes': {
    fr: 'Le scénario compte {count} étapes ; {most} au plus : partagez-le en plusieurs.',
    en: 'The scenario has {count} steps; at most {most}: split it.',
  },
  'too-many-edges': {
    fr: 'Le scénario compte {count} traits ; {most} au plus : partagez-le en plusieurs.',
    en: 'The scenario has {count} lines; at most {most}: split it.',
  },
  'too-many-notes': {
    fr: 'Le scénario compte {count} notes ; {most} au plus : supprimez-en.',
    en: 'The scenario has {count} notes; at most {most}: delete some.',
  },
  'too-large': {
    fr: 'Le document est trop volumineux ({most} octets au plus) : raccourcissez ses textes.',
    en: 'The document is too large (at most {most} bytes): shorten its texts.',
  },
  'too-deep': {
    fr: 'Le document imbrique trop de niveaux ({most} au plus).',
    en: 'The document nests too many levels (at most {most}).',
  },
  'missing-field': { fr: 'Cette valeur manque : renseignez-la.', en: 'This value is missing: fill it in.' },
  'wrong-type': {
    fr: "Cette valeur n'est pas du bon type ({expected} attendu).",
    en: 'This value is of the wrong type ({expected} expected).',
  },
  'too-small': {
    fr: 'Valeur trop petite ou trop courte : {least} au moins.',
    en: 'Too small or too short: at least {least}.',
  },
  'too-big': { fr: 'Valeur trop grande ou trop longue : {most} au plus.', en: 'Too big or too long: at most {most}.' },
  'not-allowed': {
    fr: 'Valeur non permise : choisissez parmi {allowed}.',
    en: 'Not allowed: choose one of {allowed}.',
  },
  'unknown-field': { fr: 'Champ inconnu : {field}. Retirez-le.', en: 'Unknown field: {field}. Remove it.' },
  'wrong-format': {
    fr: "Cette valeur n'a pas la forme attendue ({format}).",
    en: 'This value is not well formed ({format}).',
  },
  'invalid-value': { fr: 'Cette valeur ne convient pas : {detail}.', en: 'This value does not fit: {detail}.' },
  'before-unknown-date': {
    fr: "On ne peut compter avant une date qui n'est pas connue d'avance : comptez depuis l'échéance ou la date de facture.",
    en: 'A date that is not known ahead cannot be counted back from: count from the due date or the invoice date.',
  },
  'value-of-other-type': {
    fr: 'Ce critère attend une valeur d’un autre type : un nombre pour un montant ou un délai, un texte sinon.',
    en: 'This criterion expects a value of another type: a number for an amount or a delay, a text otherwise.',
  },
  'unknown-choice': {
    fr: "Cette valeur n'existe pas pour ce critère.",
    en: 'This value does not exist for this criterion.',
  },
  'duplicate-branch': {
    fr: 'Deux branches portent le même identifiant : renommez-en une.',
    en: 'Two branches have the same identifier: rename one.',
  },
  reserved: { fr: 'Ce nom est réservé : choisissez-en un autre.', en: 'This name is reserved: choose another.' },
  'duplicate-id': { fr: 'Deux étapes portent le même identifiant.', en: 'Two steps have the same identifier.' },
  'unknown-kind': {
    fr: "Le type d'étape « {kind} » n'est pas installé ici : installez-le ou remplacez l'étape.",
    en: 'The kind of step “{kind}” is not installed here: install it or replace the step.',
  },
  'kind-too-new': {
    fr: "L'étape vient d'une version plus récente de « {kind} » ({found}, ici {known}) : mettez Relance à jour.",
    en: 'The step comes from a newer version of “{kind}” ({found}, here {known}): update Relance.',
  },
  'kind-fault': {
    fr: "Le type d'étape « {kind} » a échoué sur ces réglages : {detail}.",
    en: 'The kind of step “{kind}” failed on these settings: {detail}.',
  },
  'unknown-source': {
    fr: "Un trait part d'une étape qui n'existe pas ({source}) : supprimez-le.",
    en: 'A line starts at a step that does not exist ({source}): delete it.',
  },
  'unknown-target': {
    fr: "Un trait mène à une étape qui n'existe pas ({target}) : reliez-le à une autre.",
    en: 'A line leads to a step that does not exist ({target}): connect it to another.',
  },
  'unknown-port': {
    fr: "Un trait part d'une issue que l'étape n'a pas (« {port} ») : supprimez-le ou reliez une autre issue.",
    en: 'A line starts at an outcome that the step does not have (“{port}”): delete it or connect another outcome.',
  },
  'two-targets': {
    fr: "L'issue « {port} » mène à deux étapes : n'en gardez qu'une.",
    en: 'The outcome “{port}” leads to two steps: keep one.',
  },
  'outcome-not-wired': {
    fr: "L'issue « {port} » ne mène à rien : reliez-la à une étape.",
    en: 'The outcome “{port}” leads nowhere: connect it to a step.',
  },
  empty: { fr: 'Le scénario est vide : ajoutez une première étape.', en: 'The scenario is empty: add a first step.' },
  'no-start': {
    fr: "Le scénario n'a pas de début : reliez « Facture ouverte » à une étape.",
    en: 'The scenario has no start: connect “Open invoice” to a step.',
  },
  'in-both-courses': {
    fr: "L'étape sert à la fois avant et après le règlement : dessinez-en une pour chacun.",
    en: 'The step serves both before and after the payment: draw one for each.',
  },
  unreachable: {
    fr: 'Rien ne mène à cette étape : reliez-la ou supprimez-la.',
    en: 'Nothing leads to this step: connect it or delete it.',
  },
  'loop-without-wait': {
    fr: "Le parcours peut revenir ici sans attendre : placez dans la boucle une attente d'au moins un jour après l'étape précédente.",
    en: 'The course can come back here without waiting: put a wait of at least one day after the previous step in the loop.',
  },
  'path-without-end': {
    fr: "D'ici, le parcours n'atteint jamais de fin : donnez-lui une sortie.",
    en: 'From here the course never reaches an end: give it a way out.',
  },
  'legal-step-too-early': {
    fr: "Cette étape peut survenir avant l'échéance : faites-la précéder, sur chaque chemin, d'une attente d'au moins un jour après l'échéance.",
    en: 'This step may come before the due date: put a wait of at least one day after the due date before it, on every path.',
  },
  'tone-falls-after-notice': {
    fr: 'Après une mise en demeure (niveau {notice}), cette étape parle moins fort (niveau {level}) : le client croira que rien ne presse. Relevez son niveau ou placez-la avant.',
    en: 'After a formal notice (level {notice}) this step speaks more softly (level {level}): the customer will think that nothing is urgent. Raise its level or put it before.',
  },
  'no-human-before-litigation': {
    fr: "Un dossier peut être clos ici sans que personne n'ait appelé le client : un appel avant le contentieux évite bien des procédures.",
    en: 'A file can be closed here without anybody having called the customer: a call before litigation avoids many a procedure.',
  },
  'key-account-by-robot': {
    fr: 'Ce message part chez un grand compte sans que personne ne le relise : réglez son départ sur « À confirmer ».',
    en: 'This message leaves for a key account without anybody reading it: set its release to “To be confirmed”.',
  },
  'many-contacts': {
    fr: 'Un client qui ne répond pas est contacté {count} fois en 30 jours, plus que {most} : espacez les étapes ou allongez le délai minimal entre deux contacts.',
    en: 'A customer who does not answer is contacted {count} times in 30 days, more than {most}: space the steps or lengthen the minimum delay between two contacts.',
  },
  'missing-guard': {
    fr: 'Une branche est sans condition : renseignez-la ou supprimez la branche.',
    en: 'A branch has no condition: fill it in or delete the branch.',
  },
  'unknown-fact': { fr: 'Le critère « {fact} » est inconnu.', en: 'The criterion “{fact}” is unknown.' },
  'wrong-comparison': {
    fr: 'Le critère « {fact} » est comparé à une valeur d’un autre type.',
    en: 'The criterion “{fact}” is compared with a value of another type.',
  },
  'wait-too-long': {
    fr: 'Le nombre de jours ({days}) doit être entier et ne pas dépasser {most}.',
    en: 'The number of days ({days}) must be whole and at most {most}.',
  },
  'no-payment-yet': {
    fr: "Cette attente compte depuis le règlement, qui n'a pas encore eu lieu : comptez depuis l'échéance.",
    en: 'This wait counts from the payment, which has not happened yet: count from the due date.',
  },
  'wait-already-over': {
    fr: "Cette attente est toujours déjà passée : on y arrive au plus tôt {reached} jours après l'échéance, elle s'arrête à {days}. Les étapes autour partiront le même jour.",
    en: 'This wait is always over already: it is reached {reached} days after the due date at the earliest and ends at {days}. The steps around it will fall on one day.',
  },
  'missing-template': {
    fr: "Le modèle « {template} » n'existe pas en {language} : écrivez-le ou choisissez-en un autre.",
    en: 'The template “{template}” does not exist in {language}: write it or choose another.',
  },
  'template-fault': {
    fr: 'Le modèle « {template} » ({language}) ne peut être rendu : {detail}.',
    en: 'The template “{template}” ({language}) cannot be rendered: {detail}.',
  },
} as const satisfies Record<string, Words>

const unknown: Words = { fr: 'Ce réglage ne convient pas ({code}).', en: 'This setting does not fit ({code}).' }

/** A problem as a sentence with its cure. A code that only a custom kind knows is named. */
export function problemText({ code, values = {} }: Pick<Problem, 'code' | 'values'>, locale: Locale): string {
  const words = Object.hasOwn(problemWords, code) ? problemWords[code as keyof typeof problemWords] : unknown
  return words[locale].replace(/\{(\w+)\}/g, (_, name: string) => (name === 'code' ? code : String(values[name] ?? '')))
}
