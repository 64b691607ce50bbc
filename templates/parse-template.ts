import { isMap, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { templateLimits } from './check-template.ts'
import { TemplateError } from './template-error.ts'
import { needs } from './template-view.ts'

/** The head of a template file, between its two `---` lines. */
const headSchema = z.strictObject({
  /** Subject of the e-mail, or title of the script. */
  subject: z.string().min(1).max(300),
  /** The line that mail programs show beside the subject. */
  preview: z.string().max(300).default(''),
  /** What the account must hold for the text to make sense. */
  needs: z.enum(needs),
})

/** A part of the body: words of a paragraph, a list of points, a part by name, or a block's opening and closing lines. */
export type Block =
  | { readonly type: 'paragraph'; readonly source: string; readonly line: number }
  | { readonly type: 'points'; readonly points: readonly string[]; readonly line: number }
  | { readonly type: 'partial'; readonly name: string; readonly line: number }
  | { readonly type: 'control'; readonly source: string; readonly line: number }

export interface ParsedTemplate extends z.output<typeof headSchema> {
  readonly file: string
  /** Lines of the head's fields, for problems found in them. */
  readonly lines: { readonly subject: number; readonly preview: number }
  /** The body on its own lines of the file: the head is blanked, not cut. */
  readonly body: string
  readonly blocks: readonly Block[]
}

const partialLine = /^\{\{> *([a-z][a-z0-9-]*) *\}\}$/
const controlLine = /^\{\{(?:[#/^][^{}]*|else(?: [^{}]*)?)\}\}$/

/** Splits a template file into its head and the blocks of its body. Throws a TemplateError on a malformed head. */
export function parseTemplate(source: string, file: string): ParsedTemplate {
  if (Buffer.byteLength(source) > templateLimits.bytes) {
    throw new TemplateError([{ code: 'too-large', file, subject: '64 kB' }])
  }
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(source)
  if (match === null) throw new TemplateError([{ code: 'front-matter', file, line: 1, subject: '---' }])
  const { head, lines } = parseHead(match[1]!, file)
  const body = match[0].replace(/[^\n]/g, '') + source.slice(match[0].length).replaceAll('\r\n', '\n')
  return { ...head, file, lines, body, blocks: splitBlocks(body) }
}

function parseHead(text: string, file: string) {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, maxAliasCount: 0 } as never)
  const [fault] = document.errors
  if (fault !== undefined) {
    const line = (fault.linePos?.[0].line ?? 1) + 1
    throw new TemplateError([{ code: 'front-matter', file, line, subject: fault.message.split('\n')[0]! }])
  }
  const head = headSchema.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (!head.success) {
    const subject = head.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join(', ')
    throw new TemplateError([{ code: 'front-matter', file, line: 1, subject }])
  }
  const lineOf = (key: string) => {
    const pair = isMap(document.contents) ? document.contents.items.find((item) => String(item.key) === key) : undefined
    const offset = (pair?.value as { range?: [number] } | undefined)?.range?.[0] ?? 0
    return counter.linePos(offset).line + 1
  }
  return { head: head.data, lines: { subject: lineOf('subject'), preview: lineOf('preview') } }
}

function splitBlocks(body: string): Block[] {
  const blocks: Block[] = []
  let words: { lines: string[]; line: number } = { lines: [], line: 0 }
  const flush = () => {
    if (words.lines.length > 0) blocks.push(toWords(words))
    words = { lines: [], line: 0 }
  }
  for (const [index, raw] of body.split('\n').entries()) {
    const [source, line] = [raw.trim(), index + 1]
    const partial = partialLine.exec(source)?.[1]
    if (source === '' || partial !== undefined || controlLine.test(source)) flush()
    if (partial !== undefined) blocks.push({ type: 'partial', name: partial, line })
    else if (controlLine.test(source)) blocks.push({ type: 'control', source, line })
    else if (source !== '') words = { lines: [...words.lines, source], line: words.line || line }
  }
  flush()
  return blocks
}

function toWords({ lines, line }: { lines: string[]; line: number }): Block {
  if (lines.every((text) => text.startsWith('- '))) {
    return { type: 'points', points: lines.map((text) => text.slice(2)), line }
  }
  return { type: 'paragraph', source: lines.join(' '), line }
}
