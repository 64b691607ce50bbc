import { Alert, Button, Group, Skeleton, Stack, Text, TextInput, ThemeIcon } from '@mantine/core'
import type { ScenarioNode } from '@relance/sdk/scenario-document'
import { IconCopy, IconPuzzleOff, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { LockNotice } from '../canvas/lock-notice.tsx'
import { problemsOf } from '../canvas/problem-index.ts'
import { useStudio, useStudioState } from '../canvas/studio-context.tsx'
import { useEdits } from '../canvas/use-edits.ts'
import { useStable } from '../canvas/use-stable.ts'
import { StepComments } from '../comments/step-comments.tsx'
import { portsAfter } from '../document/ports-after.ts'
import { capital } from '../format/capital.ts'
import { ExitsList } from './exits-list.tsx'
import { ProblemLines } from './problem-lines.tsx'

// The form library is a third of the studio: the drawing does not wait for it.
const SettingsForm = lazy(() => import('./form/settings-form.tsx'))

/** Everything about one step: its title, its settings by the kind's own schema, where its outcomes lead, what to fix. */
export function StepPanel({ node }: { node: ScenarioNode }) {
  const { say, read, readOnly, store } = useStudio()
  const edits = useEdits()
  const problems = useStudioState((studio) => problemsOf(studio.problems, node.id))
  const { definition } = read(node)
  const fixed = readOnly || node.locked === true
  const set = useStable((settings: ScenarioNode['settings']) => {
    if (JSON.stringify(settings) === JSON.stringify(node.settings)) return
    const ports = definition === undefined ? undefined : portsAfter(definition, settings)
    edits.run({ type: 'set-settings', node: node.id, settings, ports }, { merge: `settings ${node.id}` })
  })
  return (
    <Stack gap="lg" onBlur={() => store.trigger.sealed()}>
      <StepHeading node={node} />
      <LockNotice node={node} />
      <ProblemLines problems={problems} />
      <TextInput
        label={say('step.label')}
        placeholder={say('step.labelPlaceholder')}
        value={node.label}
        maxLength={200}
        disabled={fixed}
        onChange={({ currentTarget: { value } }) =>
          edits.run({ type: 'rename', node: node.id, label: value }, { merge: `rename ${node.id}` })
        }
      />
      {definition === undefined ? (
        <UnknownKind node={node} />
      ) : (
        <Suspense fallback={<Skeleton h={200} />}>
          <SettingsForm
            key={node.id}
            definition={definition}
            settings={node.settings}
            disabled={fixed}
            onChange={set}
          />
        </Suspense>
      )}
      <ExitsList id={node.id} />
      <StepComments node={node.id} />
      {!readOnly && (
        <Group gap="sm">
          <Button size="xs" variant="default" leftSection={<IconCopy size={16} />} onClick={edits.duplicate}>
            {say('step.duplicate')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={fixed}
            leftSection={<IconTrash size={16} />}
            onClick={() => edits.remove()}
          >
            {say('step.remove')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

function StepHeading({ node }: { node: ScenarioNode }) {
  const { faces, read, sayWords } = useStudio()
  const { name, sentence } = read(node)
  const face = faces.get(node.kind)
  const Icon = face?.icon ?? IconPuzzleOff
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <ThemeIcon variant="light" color={face?.colour ?? 'gray'} size={36} radius="md">
        <Icon size={20} stroke={1.7} />
      </ThemeIcon>
      <div>
        <Text fw={600}>{sayWords(name)}</Text>
        <Text size="sm" c="dimmed" aria-live="polite">
          {sentence === null ? '' : capital(sayWords(sentence))}
        </Text>
      </div>
    </Group>
  )
}

function UnknownKind({ node }: { node: ScenarioNode }) {
  const { say } = useStudio()
  return (
    <Alert color="gray" title={say('unknown.title', { kind: node.kind, version: node.kindVersion })}>
      <Text size="sm">{say('unknown.help')}</Text>
      <Text component="pre" size="xs" mt="sm" style={{ overflow: 'auto', maxHeight: 200 }}>
        {JSON.stringify(node.settings, null, 2)}
      </Text>
    </Alert>
  )
}
