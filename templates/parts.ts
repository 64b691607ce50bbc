import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '@relance/sdk/words'
import { toHtml, toText } from './markup.ts'
import { partWords } from './part-words.ts'

export const textMedia = ['email', 'call'] as const
export type TextMedium = (typeof textMedia)[number]

const root = import.meta.dirname

/** Names of the parts that a text of a medium may include. */
export function partNames(medium: TextMedium): ReadonlySet<string> {
  const files = readdirSync(join(root, medium, 'partials'))
  return new Set(files.map((file) => file.replace(/\.(mjml|txt)$/, '')))
}

/** A part or layout with its words in a language, as `mjml` or `txt`; empty if it has nothing to show in that form. */
export function readPart(path: string, { form, locale }: { form: 'mjml' | 'txt'; locale: Locale }): string {
  const file = join(root, `${path}.${form}`)
  if (!existsSync(file)) return ''
  const phrase = form === 'mjml' ? toHtml : toText
  return readFileSync(file, 'utf8').replace(/\[\[([a-z-]+)\]\]/g, (mark, key: string) => {
    const words = (partWords as Record<string, Record<Locale, string>>)[key]
    return words === undefined ? mark : phrase(words[locale], locale)
  })
}

/** The file of a template below templates/, whether it exists or not; undefined for a name that could leave the folder. */
export function templateFile(medium: TextMedium, { stage, locale }: { stage: string; locale: Locale }) {
  return /^[a-z][a-z0-9-]{0,62}$/.test(stage) ? `${medium}/${stage}.${locale}.hbs` : undefined
}

/** The text of a template file, or undefined. */
export function readTemplate(file: string): string | undefined {
  const path = join(root, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
