import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileSource } from './load-template.ts'
import { renderLoaded } from './render.ts'
import { sampleFacts } from './sample-facts.ts'
import { TemplateError } from './template-error.ts'

const head = '---\nsubject: Rappel\npreview: Un mot\nneeds: overdue\n---\n'

async function problemsOf(body: string, top = head) {
  try {
    const template = await compileSource(top + body, { file: 'call/x.fr.hbs', medium: 'call', locale: 'fr' })
    renderLoaded(template, { locale: 'fr', facts: sampleFacts })
    return []
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return error.problems.map(({ code, line, column, subject }) => `${line}:${column} ${code} ${subject}`)
  }
}

describe('a text is refused, with its line and column, when it', () => {
  it.each([
    ['names a fact that does not exist', 'Bonjour,\n\nvotre {{debtor.nom}}', ['8:9 unknown-fact debtor.nom']],
    ['reaches for the constructor', '{{constructor}}', ['6:3 forbidden-name constructor']],
    ['reaches for a prototype', '{{debtor.__proto__.x}}', ['6:3 forbidden-name debtor.__proto__.x']],
    ['hides a forbidden name in brackets', '{{debtor.[constructor]}}', ['6:3 forbidden-name debtor.constructor']],
    ['looks up names at run time', '{{lookup debtor "name"}}', ['6:1 unknown-helper lookup']],
    ['logs', '{{log debtor.name}}', ['6:1 unknown-helper log']],
    ['calls a helper of nobody', '{{shout debtor.name}}', ['6:1 unknown-helper shout']],
    ['calls a block of nobody', '{{#with debtor}}{{name}}{{/with}}', ['6:1 unknown-helper #with']],
    ['includes a part chosen at run time', '{{> (lookup . "x")}}', ['6:1 unknown-partial {{> (}}']],
    ['includes an unknown part', '{{> secrets}}', ['6:1 unknown-partial {{> secrets}}']],
    ['writes without escaping', '{{{debtor.name}}}', ['6:1 raw debtor.name']],
    ['writes without escaping by &', '{{&debtor.name}}', ['6:1 raw debtor.name']],
    ['reads the root data', '{{@root.debtor.name}}', ['6:3 not-allowed @root.debtor.name']],
    ['climbs above the account', '{{../debtor.name}}', ['6:3 unknown-fact ../debtor.name']],
    ['writes what may be absent', 'Bonjour {{contact.name}}', ['6:11 may-be-missing contact.name']],
    ['writes what may be absent one level up', '{{salesperson.name}}', ['6:3 may-be-missing salesperson']],
    [
      'writes an amount without its currency',
      '{{#each overdue}}{{money open}}{{/each}}',
      ['6:18 wrong-arguments money'],
    ],
    ['formats a name as a date', '{{date debtor.name}}', ['6:1 wrong-arguments date']],
    ['writes a list as it is', '{{overdue}}', ['6:3 not-text overdue']],
    ['goes through what is no list', '{{#each debtor}}x{{/each}}', ['6:9 not-a-list debtor']],
    ['declares a decorator', '{{* x}}', ['6:1 not-allowed Decorator']],
    ['escapes its braces', 'a \\{{debtor.name}}', ['6:3 syntax \\{{']],
  ])('%s', async (_, body, expected) => {
    expect(await problemsOf(body)).toContain(expected[0])
  })

  it('loops inside a loop inside a loop', async () => {
    const each = '{{#each overdue}}{{#each ../overdue}}{{#each ../../overdue}}x{{/each}}{{/each}}{{/each}}'
    expect(await problemsOf(each)).toContain('6:38 too-deep #each')
  })

  it('nests blocks without end', async () => {
    const nested = (depth: number) => '{{#if debtor.name}}'.repeat(depth) + '{{/if}}'.repeat(depth)
    expect(await problemsOf(nested(12))).toEqual([])
    expect(await problemsOf(nested(2_000))).toEqual(['6:229 too-deep #'])
    expect(await problemsOf(`{{#if debtor.name}}${'{{else if debtor.code}}'.repeat(2_500)}{{/if}}`)).toEqual([
      expect.stringMatching(/too-deep/),
    ])
    expect(await problemsOf('{{^debtor.name}}'.repeat(3_000))).toEqual([expect.stringMatching(/too-deep/)])
  })

  it('is larger than 64 kB', async () => {
    expect(await problemsOf('x'.repeat(64_001))).toEqual(['undefined:undefined too-large 64 kB'])
  })

  it('would grow past any letter', async () => {
    const facts = {
      ...sampleFacts,
      invoices: Array.from({ length: 500 }, (_, n) => ({ ...sampleFacts.invoices[0]!, number: `F${n}` })),
    }
    const body = `{{#each overdue}}{{#each ../overdue}}${'x'.repeat(1_000)}{{/each}}{{/each}}`
    const template = await compileSource(head + body, { file: 'call/x.fr.hbs', medium: 'call', locale: 'fr' })
    expect(() => renderLoaded(template, { locale: 'fr', facts })).toThrow(/longer than 1 MB/)
  })

  it('opens a block in a paragraph and closes it in another', async () => {
    expect(await problemsOf('Bonjour {{#if contact.name}}vous\n\nou toi{{/if}}')).toEqual([
      expect.stringMatching(/^6:1 syntax/),
      expect.stringMatching(/^8:1 syntax/),
    ])
  })

  it('has a head with a misspelt or missing field', async () => {
    expect(await problemsOf('x', '---\nsubjet: Rappel\nneeds: overdue\n---\n')).toEqual([
      expect.stringMatching(/front-matter/),
    ])
    expect(await problemsOf('x', 'Bonjour\n')).toEqual(['1:undefined front-matter ---'])
    expect(await problemsOf('x', '---\nsubject: {{{x}}\nneeds: overdue\n---\n')).toEqual([
      expect.stringMatching(/front-matter/),
    ])
  })

  it('has a fault in its subject', async () => {
    expect(await problemsOf('x', '---\nneeds: overdue\nsubject: Pour {{nobody}}\n---\n')).toEqual([
      '3:8 unknown-fact nobody',
    ])
  })
})

describe('a text is accepted when it', () => {
  it.each([
    ['guards what may be absent', 'Bonjour{{#if contact.name}} {{contact.name}}{{/if}},'],
    ['guards it the other way round', '{{#unless contact.name}}Madame, Monsieur{{else}}{{contact.name}}{{/unless}}'],
    ['guards a whole person', '{{#if salesperson}}\n{{salesperson.name}}\n{{/if}}'],
    ['knows the last of a list', '{{#each overdue}}{{number}}{{#unless @last}}, {{/unless}}{{/each}}'],
    [
      'formats by the list',
      '{{#each overdue}}{{money open currency}} {{date dueDate "short"}} {{days daysLate}}{{/each}}',
    ],
  ])('%s', async (_, body) => {
    expect(await problemsOf(body)).toEqual([])
  })
})

it('keeps HTML out of letters whatever an author types', async () => {
  const source = `${head}Un <script>alert(1)</script> & **gras <b>**`
  const template = await compileSource(source, { file: 'email/x.fr.hbs', medium: 'email', locale: 'fr' })
  const { html } = renderLoaded(template, { locale: 'fr', facts: sampleFacts })
  expect(html).toContain('Un &lt;script&gt;alert(1)&lt;/script&gt; &amp; <strong>gras &lt;b&gt;</strong>')
  expect(html).not.toContain('<script')
})

it('ends every hostile text as text or as a located refusal, never as code, a crash or a hole', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '{{',
      '}}',
      '{{{',
      '}}}',
      '{{#each overdue}}',
      '{{/each}}',
      '{{#if contact.name}}',
      '{{else}}',
      '{{/if}}',
      '{{^}}',
      '{{number}}',
      '{{debtor.name}}',
      '{{constructor}}',
      '{{this}}',
      '{{.}}',
      '{{..}}',
      '{{@index}}',
      '{{@root}}',
      '{{> account}}',
      '{{!-- x --}}',
      '{{!',
      '--}}',
      '{{~',
      '~}}',
      '{{*',
      '{{#>',
      '{{{{raw}}}}',
      '{{{{/raw}}}}',
      '{{"x"}}',
      '{{1}}',
      '{{true}}',
      '{{money open currency}}',
      '{{plural focus.count "a" "b"}}',
      '(',
      ')',
      '|x|',
      ' as |a|',
      '=1',
      '[',
      ']',
      '\\',
      '\n',
      '\n\n',
      '- ',
      '**',
      '---',
      '__proto__',
      'toString',
      'valueOf',
      '{{debtor.constructor.constructor}}',
      '{{helperMissing}}',
      '{{blockHelperMissing}}',
      '{{#blockHelperMissing}}',
    ),
    fc.string({ maxLength: 12 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
      const body = pieces.join('')
      try {
        const template = await compileSource(head + body, { file: 'call/x.fr.hbs', medium: 'call', locale: 'fr' })
        const { text } = renderLoaded(template, { locale: 'fr', facts: sampleFacts })
        expect(text).not.toMatch(/\[object|function |native code|undefined/)
      } catch (error) {
        expect(error).toBeInstanceOf(TemplateError)
      }
    }),
    { numRuns: 1_500, seed: 20_261_014 },
  )
}, 60_000)
