import { Button, Select, Stack, Text } from '@mantine/core'
import type { ScenarioEdge, ScenarioNode } from '@relance/sdk/scenario-document'
import { memo } from 'react'
import { stepTitle } from '../canvas/describe-step.ts'
import { useStudio, useStudioState } from '../canvas/studio-context.tsx'
import { useEdits } from '../canvas/use-edits.ts'
import type { Studio } from '../document/studio-store.ts'

interface StepOption {
  readonly value: string
  readonly label: string
}

/** The other steps as options; the same list as long as no title changes, however much they move. */
function useStepOptions(id: string): readonly StepOption[] {
  const { read, sayWords } = useStudio()
  const select = ({ document }: Studio): readonly StepOption[] =>
    document.nodes
      .filter((node) => node.id !== id)
      .map((node) => ({ value: node.id, label: stepTitle(read(node), { sayWords }) }))
  return useStudioState(select, sameOptions)
}

function sameOptions(left: readonly StepOption[] | undefined, right: readonly StepOption[]): boolean {
  return (
    left?.length === right.length &&
    left.every(({ value, label }, at) => value === right[at]?.value && label === right[at].label)
  )
}

/** A step that was only moved offers the same outcomes. */
function sameButPlace(left: ScenarioNode | undefined, right: ScenarioNode | undefined): boolean {
  return left?.id === right?.id && left?.kind === right?.kind && left?.settings === right?.settings
}

/** The lines out of a step; the same list as long as none changes. */
function useLinesOf(id: string): readonly ScenarioEdge[] {
  return useStudioState(
    ({ document }) => document.edges.filter(({ source }) => source === id),
    (left, right) => left?.length === right.length && left.every((edge, at) => edge === right[at]),
  )
}

/** Where each outcome leads, as a list: connecting without a mouse, and outcome by outcome. */
export const ExitsList = memo(function ExitsList({ id }: { id: string }) {
  const { say, sayWords, read, readOnly } = useStudio()
  const edits = useEdits()
  const steps = useStepOptions(id)
  const edges = useLinesOf(id)
  const node = useStudioState(({ document }) => document.nodes.find((one) => one.id === id), sameButPlace)
  if (node === undefined) return null
  const { ports, mandatory } = read(node)
  if (ports.length === 0) return null
  const targets = new Map(edges.map(({ port, target }) => [port, target]))
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
          data={[...steps]}
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
})
