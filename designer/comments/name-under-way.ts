import { plainText } from '../format/match.ts'

/** A colleague's name that is being typed after an @. */
export interface NameUnderWay {
  /** Where its @ stands. */
  readonly from: number
  readonly typed: string
}

/** The name that the caret stands in, or null: an @ that begins a word, and at most three words after it. */
export function nameUnderWay(text: string, { caret }: { caret: number }): NameUnderWay | null {
  const found = /(?:^|[\s(])@((?:[^\s@]+ ?){0,3})$/u.exec(text.slice(0, caret))
  if (found === null) return null
  const typed = found[1] ?? ''
  return { from: caret - typed.length - 1, typed }
}

/** The colleagues whose name, or a word of it, begins as typed; a name typed whole asks for nothing more. */
export function namesFor(typed: string, { names }: { names: readonly string[] }): string[] {
  const begun = plainText(typed)
  return names
    .filter((name) => {
      const plain = plainText(name)
      return (
        plain !== begun.trim() && (plain.startsWith(begun) || plain.split(' ').some((word) => word.startsWith(begun)))
      )
    })
    .slice(0, 6)
}

/** The text with the name in the place of what was typed, and where the caret then stands. */
export function withName(text: string, { from, typed, name }: NameUnderWay & { name: string }) {
  const before = `${text.slice(0, from)}@${name} `
  return { text: before + text.slice(from + 1 + typed.length).trimStart(), caret: before.length }
}
