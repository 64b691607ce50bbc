import type { Locale } from '@relance/sdk/words'
import { toHtml, toText } from './markup.ts'
import type { Block, ParsedTemplate } from './parse-template.ts'
import { readPart, type TextMedium } from './parts.ts'

/** Stands for the entity's colour while MJML checks attributes; replaced by an expression afterwards. */
const colourMark = '#c0104f'
const onColourMark = '#c0105f'

interface Options {
  readonly locale: Locale
  readonly medium: TextMedium
}

/** The plain-text template: paragraphs, parts and layout with every expression in place. */
export function composeText({ blocks }: ParsedTemplate, { locale, medium }: Options): string {
  const body = blocks.map((block) => textOf(block, { locale, medium })).join('\n')
  const layout = readPart(`${medium}/layout`, { form: 'txt', locale })
  return layout.includes('[[blocks]]') ? layout.replace('[[blocks]]', () => body) : body
}

function textOf(block: Block, { locale, medium }: Options): string {
  switch (block.type) {
    case 'paragraph':
      return `${toText(block.source, locale)}\n`
    case 'points':
      return `${block.points.map((point) => `– ${toText(point, locale)}`).join('\n')}\n`
    case 'partial':
      return readPart(`${medium}/partials/${block.name}`, { form: 'txt', locale })
    case 'control':
      return block.source
  }
}

/** The HTML template of an e-mail: one MJML document with every expression in place, compiled once. */
export async function composeHtml(template: ParsedTemplate, locale: Locale): Promise<string> {
  const { default: mjml2html } = await import('mjml')
  const body = template.blocks.map((block) => mjmlOf(block, locale)).join('\n')
  const source = readPart('email/layout', { form: 'mjml', locale })
    .replace('[[lang]]', locale)
    .replace('[[subject]]', () => toHtml(template.subject, locale))
    .replace('[[preview]]', () => toHtml(template.preview || template.subject, locale))
    .replace('[[blocks]]', () => body)
  const { html } = await mjml2html(source, {
    validationLevel: 'strict',
    keepComments: true,
    ignoreIncludes: true,
    fonts: {},
  })
  return html
    .replaceAll(colourMark, '{{sender.colour}}')
    .replaceAll(onColourMark, '{{sender.onColour}}')
    .replace(/^[ \t]+|[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
}

function mjmlOf(block: Block, locale: Locale): string {
  switch (block.type) {
    case 'paragraph':
      return `<mj-text>${toHtml(block.source, locale)}</mj-text>`
    case 'points': {
      const points = block.points.map((point) => `<li style="margin:0 0 6px">${toHtml(point, locale)}</li>`)
      return `<mj-text><ul style="margin:0;padding-left:20px">${points.join('')}</ul></mj-text>`
    }
    case 'partial':
      return readPart(`email/partials/${block.name}`, { form: 'mjml', locale })
    case 'control':
      return `<mj-raw>${block.source}</mj-raw>`
  }
}
