import { Alert, Anchor, Button, Fieldset, Group, Loader, Stack, Text } from '@mantine/core'
import type { Rehearsal } from '@relance/runtime/contract/scenarios'
import type { WhatIf } from '@relance/runtime/machine/what-if'
import { IconExternalLink, IconMail, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useStudio } from '../canvas/studio-context.tsx'
import { useStepFocus } from '../canvas/use-step-focus.ts'
import { useChange, useRoute } from '../client/queries.ts'
import { WhatIfFields } from '../course/what-if-fields.tsx'
import { usualWhatIf } from '../course/what-ifs.ts'
import { formatShortDate } from '../format/date.ts'
import { useWords } from '../i18n/words.ts'
import { explain } from '../ui/notice.tsx'
import { commonWords } from '../words/common.ts'
import styles from './panels.module.css'

/** Runs the draft for real in skipped time: e-mails land in the test mailbox, never at a customer's. */
export function RehearsalPanel({ scenario, saved }: { scenario: string; saved: () => Promise<boolean> }) {
  const { say } = useStudio()
  const sayCommon = useWords(commonWords)
  const [whatIf, setWhatIf] = useState<WhatIf>(usualWhatIf['never-answers'])
  const [saving, setSaving] = useState(false)
  const start = useChange('rehearse', { changes: ['rehearsals'] })
  const id = start.data?.id
  const [ended, setEnded] = useState<string | null>(null)
  const { data = start.data } = useRoute(
    'rehearsal',
    { id: id ?? '' },
    { enabled: id !== undefined, every: ended === id ? false : 1_000 },
  )
  if (data !== undefined && data.status !== 'running' && ended !== data.id) setEnded(data.id)
  const rehearse = async () => {
    setSaving(true)
    const kept = await saved()
    setSaving(false)
    if (kept) start.mutate({ id: scenario, body: { source: 'draft', whatIf } })
  }
  const running = start.isPending || saving || data?.status === 'running'
  return (
    <Stack gap="md">
      <div>
        <Text fw={600}>{say('rehearse.title')}</Text>
        <Text size="sm" c="dimmed">
          {say('rehearse.help')}
        </Text>
      </div>
      <Fieldset variant="unstyled" legend={say('rehearse.behaviour')}>
        <Group gap="xs">
          <WhatIfFields whatIf={whatIf} onWhatIf={setWhatIf} />
        </Group>
      </Fieldset>
      <Button leftSection={<IconPlayerPlay size={16} />} loading={running} onClick={() => void rehearse()}>
        {say('rehearse.start')}
      </Button>
      <Anchor component={Link} to={`/scenarios/${encodeURIComponent(scenario)}/simulation`} size="sm">
        {say('rehearse.portfolio')}
      </Anchor>
      {start.error !== null && <Alert color="late">{explain(start.error, sayCommon).cure}</Alert>}
      {data !== undefined && <Steps rehearsal={data} />}
    </Stack>
  )
}

function Steps({ rehearsal }: { rehearsal: Rehearsal }) {
  const { say } = useStudio()
  const { steps, status, mailUrl, error } = rehearsal
  return (
    <>
      <Text size="sm" role="status" c={status === 'failed' ? 'late' : undefined}>
        {status === 'running' && <Loader size={12} mr={6} />}
        {status === 'failed' ? (error ?? say('rehearse.failed')) : say(`rehearse.${status}`, { count: steps.length })}
      </Text>
      {mailUrl !== null && steps.length > 0 && (
        <Anchor href={mailUrl} target="_blank" rel="noreferrer" size="sm">
          {say('rehearse.mailbox')} <IconExternalLink size={14} style={{ verticalAlign: '-2px' }} />
        </Anchor>
      )}
      <ol className={styles.steps}>
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever appended
          <RehearsedStep key={at} step={step} />
        ))}
      </ol>
    </>
  )
}

function RehearsedStep({ step }: { step: Rehearsal['steps'][number] }) {
  const { locale, read, sayWords, store } = useStudio()
  const focusStep = useStepFocus()
  const node = store.getSnapshot().context.document.nodes.find(({ id }) => id === step.node)
  const outcome = node === undefined ? undefined : read(node).ports.find(({ port }) => port === step.outcome)?.words
  return (
    <li className={styles.step}>
      <time className={styles.day} dateTime={step.at}>
        {formatShortDate(step.at.slice(0, 10), locale)}
      </time>
      <div>
        <Anchor
          component="button"
          type="button"
          size="sm"
          c="inherit"
          ta="start"
          onClick={() => node !== undefined && focusStep(node.id)}
        >
          {step.label}
        </Anchor>
        {step.subject !== null && (
          <Text size="xs" c="dimmed">
            <IconMail size={12} style={{ verticalAlign: '-2px' }} aria-hidden /> {step.subject}
          </Text>
        )}
        {outcome !== undefined && step.subject === null && (
          <Text size="xs" c="dimmed">
            {sayWords(outcome)}
          </Text>
        )}
      </div>
    </li>
  )
}
