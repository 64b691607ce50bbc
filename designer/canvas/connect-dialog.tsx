import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { stepTitle } from './describe-step.ts'
import type { Card } from './geometry/draw-scenario.ts'
import { useStudio, useStudioState } from './studio-context.tsx'
import { useEdits } from './use-edits.ts'

/** Draws a line without a mouse: from which exit of the chosen step, to which step. */
export function ConnectDialog({ cards, onClose }: { cards: ReadonlyMap<string, Card>; onClose: () => void }) {
  const { say, sayWords } = useStudio()
  const edits = useEdits()
  const [source] = useStudioState(({ selection }) => selection.nodes)
  const reading = cards.get(source ?? '')?.reading
  const ports = reading?.ports ?? []
  const [port, setPort] = useState(reading?.main ?? null)
  const [target, setTarget] = useState<string | null>(null)
  const steps = [...cards.values()]
    .filter((card) => card.reading.node.id !== source)
    .map((card) => ({ value: card.reading.node.id, label: stepTitle(card.reading, { sayWords }) }))
  const connect = () => {
    if (source !== undefined && port !== null && target !== null) {
      edits.run({ type: 'connect', source, ports: [port], target })
    }
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
      {reading === undefined || ports.length === 0 ? (
        <Text size="sm">{say('connect.chooseFirst')}</Text>
      ) : (
        <Stack gap="md">
          <Text size="sm">{say('connect.from', { step: stepTitle(reading, { sayWords }) })}</Text>
          <Select
            label={say('connect.exit')}
            data={ports.map(({ port: value, words }) => ({ value, label: sayWords(words) }))}
            value={port}
            onChange={setPort}
            allowDeselect={false}
          />
          <Select
            data-autofocus
            label={say('connect.to')}
            placeholder={say('connect.toPlaceholder')}
            data={steps}
            value={target}
            onChange={setTarget}
            searchable
            nothingFoundMessage={say('connect.none')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button onClick={connect} disabled={target === null}>
              {say('connect.do')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
