/** The files of a new act node, by name; they pass the contract test as they are. */
export function nodeFiles(kind: string): Record<string, string> {
  const name = kind.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  const title = kind.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase())
  return {
    [`${kind}.node.ts`]: nodeFile({ kind, name, title }),
    [`${kind}.effect.ts`]: effectFile({ kind, name }),
    [`${kind}.face.tsx`]: faceFile({ kind, name }),
    [`${kind}.test.ts`]: testFile({ kind, name }),
    'README.md': `# ${title} · ${title}\n\n**FR.** Ce que fait l'étape. Réglages : note. Issue : _fait_. Exemple : « ${title} ».\n\n**EN.** What the step does. Settings: note. Outcome: _done_. Example: "${title}".\n`,
  }
}

function nodeFile({ kind, name, title }: { kind: string; name: string; title: string }): string {
  return `import { defineNode } from '@relance/sdk/define-node'
import { z } from 'zod'

const settings = z.strictObject({
  note: z
    .string()
    .max(200)
    .default('')
    .meta({ words: { fr: 'Note', en: 'Note' } }),
})

export const ${name}Node = defineNode({
  shape: 'act',
  kind: '${kind}',
  version: 1,
  group: 'contact',
  words: {
    name: { fr: '${title}', en: '${title}' },
    description: { fr: 'En une ligne, pour la palette', en: 'In one line, for the palette' },
    sentence: ({ note }) => ({
      fr: \`${title} \${note}\`.trim(),
      en: \`${title} \${note}\`.trim(),
    }),
  },
  settings,
  outcomes: [{ port: 'done', words: { fr: 'fait', en: 'done' } }],
  usual: 'done',
})
`
}

function effectFile({ kind, name }: { kind: string; name: string }): string {
  return `import { defineEffect } from '@relance/sdk/define-effect'
import { ${name}Node } from './${kind}.node.ts'

/** Retried until it succeeds: pass \`key\` to whatever can recognise a repeated call. Throw PermanentError to park the file. */
export const ${name}Effect = defineEffect(${name}Node, async ({ settings, log }) => {
  log(settings.note)
  return 'done'
})
`
}

function faceFile({ kind, name }: { kind: string; name: string }): string {
  return `import { defineFace } from '@relance/sdk/define-face'
import { IconBolt } from '@tabler/icons-react'
import { ${name}Node } from './${kind}.node.ts'

export const ${name}Face = defineFace(${name}Node, {
  icon: IconBolt,
  colour: 'grape',
})
`
}

function testFile({ kind, name }: { kind: string; name: string }): string {
  return `import { checkNode } from '@relance/sdk/check-node'
import { expect, it, vi } from 'vitest'
import { ${name}Effect } from './${kind}.effect.ts'
import { ${name}Node } from './${kind}.node.ts'

it('keeps the contract of a step', () => {
  expect(checkNode(${name}Node)).toEqual([])
})

it('does its work and leaves by "done"', async () => {
  const log = vi.fn()
  const settings = ${name}Node.settings.parse({ note: 'hello' })
  expect(await ${name}Effect.run({ settings, log } as never)).toBe('done')
  expect(log).toHaveBeenCalledWith('hello')
})
`
}
