import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { stepTitle } from './describe-step.ts'
import { type Card, startOf } from './geometry/draw-scenario.ts'
import { useStudio, useStudioState } from './studio-context.tsx'
import { useEdits } from './use-edits.ts'

/** Draws a line without a mouse: from a start or an exit of a step, to a step. */
export function ConnectDialog({ cards, onClose }: { cards: ReadonlyMap<string, Card>; onClose: () => void }) {
  const { say, sayWords } = useStudio()
  const edits = useEdits()
  const [chosen] = useStudioState(({ selection }) => selection.nodes)
  const [source, setSource] = useState<string>(chosen ?? startOf.open)
  const reading = cards.get(source)?.reading
  const ports = reading?.ports ?? []
  const [named, setPort] = useState<string | null>(null)
  const port = named ?? reading?.main ?? ports[0]?.port ?? null
  const [target, setTarget] = useState<string | null>(null)
  const steps = [...cards.values()].map((card) => ({
    value: card.reading.node.id,
    label: stepTitle(card.reading, { sayWords }),
    leads: card.reading.ports.length > 0,
  }))
  const sources = [
    { value: startOf.open, label: say('start.open') },
    { value: startOf.paid, label: say('start.paid') },
    ...steps.filter(({ leads, value }) => leads || value === chosen),
  ].map(({ value, label }) => ({ value, label }))
  const isStart = reading === undefined
  const connect = () => {
    if (target === null) return
    if (isStart) edits.run({ type: 'set-entry', entry: source === startOf.paid ? 'paid' : 'open', node: target })
    else if (port !== null) edits.run({ type: 'connect', source, ports: [port], target })
    onClose()
  }
  return (
    <Modal
      styles={{ title: { fontWeight: 600 } }}
      opened
      onClose={onClose}
      title={say('connect.title')}
      size="sm"
      centered
    >
      <Stack gap="md">
        <Select
          label={say('connect.from')}
          data={sources}
          value={source}
          onChange={(next) => {
            setSource(next ?? startOf.open)
            setPort(null)
          }}
          searchable
          allowDeselect={false}
          nothingFoundMessage={say('connect.none')}
        />
        {!isStart && (
          <Select
            label={say('connect.exit')}
            data={ports.map(({ port: value, words }) => ({ value, label: sayWords(words) }))}
            value={port}
            onChange={setPort}
            disabled={ports.length === 0}
            allowDeselect={false}
          />
        )}
        <Select
          data-autofocus
          label={say('connect.to')}
          placeholder={say('connect.toPlaceholder')}
          data={steps.filter(({ value }) => value !== source).map(({ value, label }) => ({ value, label }))}
          value={target}
          onChange={setTarget}
          searchable
          nothingFoundMessage={say('connect.none')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button onClick={connect} disabled={target === null || target === source || (!isStart && port === null)}>
            {say('connect.do')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
