interface Room {
  /** In the units of `measure`. */
  readonly width: number
  readonly lines: number
  /** How wide a text is set. */
  readonly measure: (text: string) => number
}

/** Breaks a text between words into lines that fit; what is left over after the last line ends in « … ». */
export function wrapText(text: string, { width, lines, measure }: Room): string[] {
  const made: string[] = []
  let line = ''
  // Only spaces that may break; a French no-break space keeps its words together.
  for (const word of text.split(/[ \n\t]+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || measure(longer) <= width) line = longer
    else {
      made.push(line)
      line = word
    }
  }
  if (line !== '') made.push(line)
  if (made.length <= lines) return made.map((one) => cut(one, { width, measure }))
  const last = made.slice(lines - 1).join(' ')
  return [...made.slice(0, lines - 1), cut(last, { width, measure, always: true })]
}

function cut(
  text: string,
  { width, measure, always = false }: Pick<Room, 'width' | 'measure'> & { always?: boolean },
): string {
  if (measure(text) <= width && !always) return text
  let kept = text
  while (kept !== '' && measure(`${kept}…`) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}
