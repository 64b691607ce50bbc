import type { Locale } from '@relance/sdk/words'
import { deriveView } from './derive-view.ts'
import { type LoadedTemplate, loadTemplate, type TemplateAddress } from './load-template.ts'
import { readTemplate, type TextMedium, templateFile, textMedia } from './parts.ts'
import { sampleFacts } from './sample-facts.ts'
import { TemplateError, type TemplateProblem } from './template-error.ts'
import { type TemplateFacts, templateFactsSchema } from './template-facts.ts'

export interface RenderRequest {
  readonly stage: string
  readonly locale: Locale
  readonly facts: TemplateFacts
}

export interface RenderedEmail {
  readonly subject: string
  readonly html: string
  readonly text: string
  /** Version of the words: SHA-256 of the compiled template. */
  readonly hash: string
}

export type RenderedScript = Omit<RenderedEmail, 'html'>

/** An e-mail with its plain-text part. Throws a TemplateError that locates what is wrong; it renders whole or not at all. */
export async function renderEmail({ stage, locale, facts }: RenderRequest): Promise<RenderedEmail> {
  const template = await loadTemplate({ medium: 'email', stage, locale })
  return renderLoaded(template, { locale, facts })
}

/** A call script as plain paragraphs; `subject` is its title. Throws like renderEmail. */
export async function renderScript({ stage, locale, facts }: RenderRequest): Promise<RenderedScript> {
  const { subject, text, hash } = renderLoaded(await loadTemplate({ medium: 'call', stage, locale }), { locale, facts })
  return { subject, text, hash }
}

/** Fills a compiled template. */
export function renderLoaded(
  { file, needs, hash, ...render }: LoadedTemplate,
  { locale, facts }: { locale: Locale; facts: TemplateFacts },
): RenderedEmail {
  const parsed = templateFactsSchema.safeParse(facts)
  if (!parsed.success) {
    const paths = parsed.error.issues.map(({ path }) => path.join('.'))
    throw new TemplateError([...new Set(paths)].map((subject) => ({ code: 'missing-fact', file, subject })))
  }
  const view = deriveView(parsed.data, { need: needs, locale })
  if (view === null) throw new TemplateError([{ code: 'nothing-to-say', file, subject: needs }])
  try {
    const html = render.html?.(view, locale) ?? ''
    return { subject: oneLine(render.subject(view, locale)), html, text: tidy(render.text(view, locale)), hash }
  } catch (error) {
    throw new TemplateError([runtimeProblem(error as Error, file)])
  }
}

/** The check has ruled these out, but for a loop grown too long; a bug of ours still ends as a located error. */
function runtimeProblem(error: Error & { lineNumber?: number }, file: string): TemplateProblem {
  if (error instanceof RangeError) return { code: 'too-long', file, subject: '1 MB' }
  return { code: 'unknown-fact', file, line: error.lineNumber, subject: error.message }
}

function oneLine(text: string): string {
  return text.replace(/[ \n\r\t]+/g, ' ').trim()
}

function tidy(text: string): string {
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

function isTextMedium(medium: string): medium is TextMedium {
  return (textMedia as readonly string[]).includes(medium)
}

/** Whether a text exists in a language. */
function has(use: { medium: string; template: string }, locale: Locale): boolean {
  if (!isTextMedium(use.medium)) return false
  const file = templateFile(use.medium, { stage: use.template, locale })
  return file !== undefined && readTemplate(file) !== undefined
}

/** Everything that would go wrong with a text, by compiling it and rendering it with sample facts; empty when sound. */
async function check(use: { medium: string; template: string }, locale: Locale): Promise<readonly TemplateProblem[]> {
  const { medium, template: stage } = use
  if (!isTextMedium(medium)) return [{ code: 'no-template', file: `${medium}/${stage}.${locale}.hbs`, subject: stage }]
  const address: TemplateAddress = { medium, stage, locale }
  try {
    renderLoaded(await loadTemplate(address), { locale, facts: sampleFacts })
    return []
  } catch (error) {
    if (error instanceof TemplateError) return error.problems
    throw error
  }
}

/** What publishing asks: does each text exist, and is it sound. */
export const templates = { has, check }
