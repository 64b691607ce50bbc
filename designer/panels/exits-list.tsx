import { Button, Select, Stack, Text } from '@mantine/core'
import type { ScenarioNode } from '@relance/sdk/scenario-document'
import { stepTitle } from '../canvas/describe-step.ts'
import { useStudio, useStudioState } from '../canvas/studio-context.tsx'
import { useEdits } from '../canvas/use-edits.ts'

/** Where each outcome leads, as a list: connecting without a mouse, and outcome by outcome. */
export function ExitsList({ node }: { node: ScenarioNode }) {
  const { say, sayWords, read, readOnly } = useStudio()
  const edits = useEdits()
  const nodes = useStudioState(({ document }) => document.nodes)
  const edges = useStudioState(({ document }) => document.edges)
  const { ports, mandatory } = read(node)
  if (ports.length === 0) return null
  const targets = new Map(edges.filter(({ source }) => source === node.id).map(({ port, target }) => [port, target]))
  const steps = nodes
    .filter(({ id }) => id !== node.id)
    .map((one) => ({ value: one.id, label: stepTitle(read(one), { sayWords }) }))
  const open = mandatory.filter((port) => !targets.has(port))
  const usual = mandatory.map((port) => targets.get(port)).find((target) => target !== undefined)
  const lead = (port: string, target: string | null) =>
    edits.run(
      target === null
        ? { type: 'disconnect', lines: [{ source: node.id, ports: [port] }] }
        : { type: 'connect', source: node.id, ports: [port], target },
    )
  return (
    <Stack gap="xs" component="section" aria-label={say('exits.title')}>
      <Text size="sm" fw={600}>
        {say('exits.title')}
      </Text>
      {ports.map(({ port, words }) => (
        <Select
          key={port}
          label={sayWords(words)}
          styles={{
            root: { display: 'grid', gridTemplateColumns: '120px minmax(0, 1fr)', alignItems: 'center', gap: 8 },
            label: { fontWeight: 400 },
          }}
          placeholder={say(mandatory.includes(port) ? 'exits.open' : 'exits.optional')}
          data={steps}
          value={targets.get(port) ?? null}
          onChange={(target) => lead(port, target)}
          searchable
          clearable
          disabled={readOnly}
          nothingFoundMessage={say('connect.none')}
        />
      ))}
      {!readOnly && open.length > 0 && usual !== undefined && (
        <Button
          size="compact-sm"
          variant="subtle"
          h="auto"
          py={4}
          styles={{ label: { whiteSpace: 'normal' } }}
          onClick={() => edits.run({ type: 'connect', source: node.id, ports: open, target: usual })}
        >
          {say('exits.leadRest', { count: open.length })}
        </Button>
      )}
    </Stack>
  )
}
