import { createHash } from 'node:crypto'
import type { Locale } from '@relance/sdk/words'
import { checkTemplate } from './check-template.ts'
import { composeHtml, composeText } from './compose.ts'
import { factTree } from './fact-tree.ts'
import { compileTemplate, type Renderer } from './helpers.ts'
import { toText } from './markup.ts'
import { type ParsedTemplate, parseTemplate } from './parse-template.ts'
import { partNames, readPart, readTemplate, type TextMedium, templateFile } from './parts.ts'
import { TemplateError, type TemplateProblem } from './template-error.ts'
import type { Need } from './template-view.ts'

export interface TemplateAddress {
  readonly medium: TextMedium
  readonly stage: string
  readonly locale: Locale
}

/** A checked and compiled text. */
export interface LoadedTemplate {
  readonly file: string
  readonly needs: Need
  /** SHA-256 of all that is executed: the version of the words. */
  readonly hash: string
  readonly subject: Renderer
  readonly text: Renderer
  /** E-mails only. */
  readonly html?: Renderer
}

const loaded = new Map<string, Promise<LoadedTemplate>>()

/** Compiles a template once and keeps it; a faulty one is read again next time. Throws a TemplateError that lists every problem with its place. */
export function loadTemplate(address: TemplateAddress): Promise<LoadedTemplate> {
  const key = `${address.medium}/${address.stage}.${address.locale}`
  let template = loaded.get(key)
  if (template === undefined) {
    template = compile(address)
    loaded.set(key, template)
    template.catch(() => loaded.delete(key))
  }
  return template
}

async function compile(address: TemplateAddress): Promise<LoadedTemplate> {
  const { medium, stage, locale } = address
  const file = templateFile(medium, address)
  const source = file === undefined ? undefined : readTemplate(file)
  if (file === undefined || source === undefined) {
    throw new TemplateError([{ code: 'no-template', file: file ?? `${medium}/`, subject: stage }])
  }
  return compileSource(source, { file, medium, locale })
}

/** Checks and compiles the text of a template that may not be stored yet. */
export async function compileSource(
  source: string,
  { file, medium, locale }: { file: string; medium: TextMedium; locale: Locale },
): Promise<LoadedTemplate> {
  const parsed = parseTemplate(source, file)
  const problems = problemsOf(parsed, { medium, locale })
  if (problems.length > 0) throw new TemplateError(problems)
  const subject = toText(parsed.subject, locale)
  const text = composeText(parsed, { medium, locale })
  const html = medium === 'email' ? await composeHtml(parsed, locale) : undefined
  const hash = createHash('sha256').update(JSON.stringify([subject, text, html, parsed.needs]))
  return {
    file,
    needs: parsed.needs,
    hash: hash.digest('hex'),
    subject: compileTemplate(subject, { html: false }),
    text: compileTemplate(text, { html: false }),
    ...(html === undefined ? {} : { html: compileTemplate(html, { html: true }) }),
  }
}

/** Everything wrong with a parsed text: in its head, its body, and the parts that it includes. */
function problemsOf(parsed: ParsedTemplate, { medium, locale }: { medium: TextMedium; locale: Locale }) {
  const { file, needs, lines } = parsed
  const tree = factTree(needs)
  const check = (source: string, options: { file: string; partials?: ReadonlySet<string> }) =>
    checkTemplate(source, { tree, partials: new Set(), ...options })
  const onLine = (source: string, line: number) => '\n'.repeat(line - 1) + source
  const problems: TemplateProblem[] = [
    ...check(onLine(parsed.subject, lines.subject), { file }),
    ...check(onLine(parsed.preview, lines.preview), { file }),
    ...check(parsed.body, { file, partials: partNames(medium) }),
  ]
  for (const block of parsed.blocks) {
    if (block.type === 'partial') {
      for (const form of ['mjml', 'txt'] as const) {
        const part = `${medium}/partials/${block.name}`
        problems.push(...check(readPart(part, { form, locale }), { file: `${part}.${form}` }))
      }
    } else problems.push(...strayBlock(block, { file, check }))
  }
  return problems
}

/** A block that opens inside a paragraph must close there, or the letter's layout would be cut open. */
function strayBlock(
  block: Exclude<ParsedTemplate['blocks'][number], { type: 'partial' }>,
  { file, check }: { file: string; check: (source: string, options: { file: string }) => TemplateProblem[] },
): TemplateProblem[] {
  if (block.type === 'control') return []
  const sources = block.type === 'points' ? block.points : [block.source]
  const stray = sources.flatMap((source) => check(source, { file }))
  return stray
    .filter(({ code }) => code === 'syntax' || code === 'unknown-partial')
    .map((problem) => ({ ...problem, line: block.line, column: 1 }))
}
