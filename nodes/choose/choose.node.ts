import { comparisons } from '@relance/sdk/condition'
import { type Branch, defineNode } from '@relance/sdk/define-node'
import { type FactName, factDefinitions } from '@relance/sdk/facts'
import type { Words } from '@relance/sdk/words'
import { z } from 'zod'

const factNames = Object.keys(factDefinitions) as FactName[]
const reservedPorts = ['otherwise', 'next', 'error']

const test = z
  .strictObject({
    fact: z.enum(factNames).meta({
      words: { fr: 'Fait', en: 'Fact' },
      widget: 'fact',
      choices: factNames.map((value) => ({ value, words: factDefinitions[value].words })),
    }),
    is: z.enum(comparisons).meta({ words: { fr: 'Comparaison', en: 'Comparison' }, widget: 'comparison' }),
    value: z.union([z.number(), z.string().max(200)]).meta({
      words: { fr: 'Valeur', en: 'Value' },
      help: {
        fr: 'Les montants se comptent en centimes, les retards en jours.',
        en: 'Amounts are in cents, delays in days.',
      },
      widget: 'fact-value',
    }),
  })
  .refine(({ fact, value }) => typeof value === (isNumeric(fact) ? 'number' : 'string'), {
    path: ['value'],
    error: 'value-of-other-type',
  })
  .refine(({ fact, value }) => isKnownChoice(fact, value), { path: ['value'], error: 'unknown-choice' })

const branch = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/)
    .refine((id) => !reservedPorts.includes(id), 'reserved')
    .meta({
      words: { fr: 'Identifiant', en: 'Identifier' },
      help: {
        fr: 'Attache les traits du dessin : il ne change plus, même si le nom change.',
        en: 'Holds the lines of the drawing: it stays even if the name changes.',
      },
    }),
  name: z
    .string()
    .min(1)
    .max(60)
    .meta({ words: { fr: 'Nom de la branche', en: 'Name of the branch' } }),
  nameEn: z
    .string()
    .max(60)
    .default('')
    .meta({ words: { fr: 'Nom en anglais', en: 'English name' } }),
  match: z
    .enum(['all', 'any'])
    .default('all')
    .meta({
      words: { fr: 'Quand', en: 'When' },
      widget: 'segments',
      choices: [
        { value: 'all', words: { fr: 'Toutes les conditions', en: 'All conditions hold' } },
        { value: 'any', words: { fr: 'Au moins une', en: 'At least one holds' } },
      ],
    }),
  tests: z
    .array(test)
    .min(1)
    .max(6)
    .meta({ words: { fr: 'Conditions', en: 'Conditions' } }),
})

const settings = z.strictObject({
  branches: z
    .array(branch)
    .min(1)
    .max(6)
    .refine((branches) => new Set(branches.map(({ id }) => id)).size === branches.length, 'duplicate-branch')
    .default([
      {
        id: 'large',
        name: 'à partir de 5 000 €',
        nameEn: 'from €5,000',
        match: 'all',
        tests: [{ fact: 'account.overdue', is: '≥', value: 500_000 }],
      },
    ])
    .meta({
      words: { fr: 'Branches', en: 'Branches' },
      help: {
        fr: 'La première branche vérifiée est suivie ; sinon, « sinon ».',
        en: 'The first branch that holds is taken; if none does, “otherwise”.',
      },
      widget: 'branches',
    }),
})

function isNumeric(fact: FactName): boolean {
  return ['amount', 'number', 'days'].includes(factDefinitions[fact].type)
}

function isKnownChoice(fact: FactName, value: string | number): boolean {
  const { choices } = factDefinitions[fact]
  return choices === undefined || choices.some((choice) => choice.value === value)
}

function sentence({ branches }: z.output<typeof settings>): Words {
  const facts = [...new Set(branches.flatMap(({ tests }) => tests.map(({ fact }) => fact)))]
  const list = (locale: keyof Words, and: string) =>
    facts
      .map((fact) => factDefinitions[fact].words[locale])
      .join(', ')
      .replace(/, ([^,]*)$/, ` ${and} $1`)
  return { fr: `selon ${list('fr', 'et')}`, en: `by ${list('en', 'and')}` }
}

function toBranch({ id, name, nameEn, match, tests }: z.output<typeof branch>): Branch {
  const words = { fr: name, en: nameEn === '' ? name : nameEn }
  return { port: id, words, when: match === 'all' ? { all: tests } : { any: tests } }
}

/** Parts the files by what is known of them at that moment. */
export const chooseNode = defineNode({
  shape: 'choose',
  kind: 'choose',
  version: 1,
  group: 'decision',
  words: {
    name: { fr: 'Choisir', en: 'Choose' },
    description: {
      fr: 'Selon le retard, le montant, le segment, les promesses…',
      en: 'By delay, amount, segment, promises…',
    },
    sentence,
  },
  settings,
  branches: ({ branches }) => branches.map(toBranch),
  otherwise: { fr: 'sinon', en: 'otherwise' },
})
