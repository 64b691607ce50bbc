import { Anchor, Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core'
import type { Invoice } from '@relance/runtime/contract/invoices'
import type { BodyOf } from '@relance/runtime/contract/routes'
import { segmentWords } from '@relance/sdk/facts'
import { Link } from 'react-router'
import { useChange, useRoute } from '../../client/queries.ts'
import { useSayWords, useWords } from '../../i18n/words.ts'
import { tellProblem, told } from '../../ui/delayed.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { useReasonWords } from '../../ui/use-reason-words.ts'
import { commonWords } from '../../words/common.ts'
import { invoicesWords } from '../../words/invoices.ts'

type Course = NonNullable<Invoice['course']>

/** Where the reminders of an invoice stand and what comes next. */
export function CoursePanel({ invoice }: { invoice: Invoice }) {
  const say = useWords(invoicesWords)
  const sayWords = useSayWords()
  const { course, debtor } = invoice
  return (
    <Paper withBorder p="lg">
      <Stack gap="sm">
        <Title order={2}>{say('one.course')}</Title>
        {course === null ? (
          <>
            <Text size="sm">{say('one.no-course')}</Text>
            <Text size="sm" c="dimmed">
              {say('one.no-course-help', { segment: sayWords(segmentWords[debtor.segment]) })}
            </Text>
          </>
        ) : (
          <>
            <Standing course={course} />
            {course.carrier !== null && <Turn carrier={course.carrier} isOwn={course.carrier.id === invoice.id} />}
          </>
        )}
        {course?.parked != null && <Parked invoice={invoice} reason={course.parked.reason} />}
      </Stack>
    </Paper>
  )
}

function Standing({ course }: { course: Course }) {
  const say = useWords(invoicesWords)
  const sayCommon = useWords(commonWords)
  const format = useFormat()
  const { scenario, scenarioName, version, label, since, nextAt, status } = course
  return (
    <>
      <Stack gap={2}>
        <Text fw={500}>{label === '' ? sayCommon(`course.${status}`) : format.text(label)}</Text>
        {since !== null && (
          <Text size="sm" c="dimmed">
            {sayCommon(`course.${status}`)}, {say('one.since', { when: format.instant(since) })}
          </Text>
        )}
      </Stack>
      {status !== 'ended' && (
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed">
            {say('one.next')}
          </Text>
          <Text size="sm" fw={500} className="figure">
            {nextAt === null ? say('one.next-none') : format.instant(nextAt)}
          </Text>
        </Group>
      )}
      <Anchor component={Link} to={`/scenarios/${encodeURIComponent(scenario)}`} size="sm">
        {say('one.version', { scenario: format.text(scenarioName), version })}
      </Anchor>
    </>
  )
}

/** Whose reminders speak for the account. */
function Turn({ carrier: { id, number }, isOwn }: { carrier: NonNullable<Course['carrier']>; isOwn: boolean }) {
  const say = useWords(invoicesWords)
  if (isOwn) return <Text size="sm">{say('one.carries')}</Text>
  return (
    <Text size="sm">
      {say('one.carried-by')}{' '}
      <Anchor component={Link} to={`/invoices/${encodeURIComponent(id)}`} inherit>
        {number}
      </Anchor>
    </Text>
  )
}

function Parked({ invoice, reason }: { invoice: Invoice; reason: string }) {
  const say = useWords(invoicesWords)
  const sayReason = useReasonWords()
  const unpark = useChange('unpark', { changes: ['invoices', 'tasks'] })
  const decide = (body: BodyOf<'unpark'>, words: string) =>
    unpark.mutate({ id: invoice.id, body }, { onSuccess: () => told(words), onError: tellProblem })
  return (
    <Stack gap="sm" p="md" bdrs="sm" bg="var(--relance-confirm-soft)" c="var(--relance-confirm-text)">
      <Text size="sm" fw={600}>
        {say('one.parked')}
      </Text>
      <Text size="sm">{sayReason(reason)}</Text>
      <Text size="sm">{say('one.parked-help')}</Text>
      <Group gap="sm">
        <Button
          size="compact-sm"
          h={32}
          onClick={() => decide({ action: 'retry' }, say('one.retried'))}
          loading={unpark.isPending}
        >
          {say('one.retry')}
        </Button>
        <Button
          size="compact-sm"
          h={32}
          variant="default"
          onClick={() => decide({ action: 'skip' }, say('one.skipped'))}
          disabled={unpark.isPending}
        >
          {say('one.skip')}
        </Button>
      </Group>
      <StepChoice invoice={invoice} onChoose={(step) => decide({ action: 'move', step }, say('one.chosen'))} />
    </Stack>
  )
}

/** The steps of the version in force at which this file may go on. */
function StepChoice({ invoice, onChoose }: { invoice: Invoice; onChoose: (step: string) => void }) {
  const say = useWords(invoicesWords)
  const sayWords = useSayWords()
  const format = useFormat()
  const { data: scenario } = useRoute('scenario', { id: invoice.course!.scenario })
  const hash = scenario?.published?.hash
  const { data: version } = useRoute('version', { id: hash ?? '' }, { enabled: hash !== undefined })
  if (version === undefined) return null
  const steps = version.steps.filter((step) => (invoice.state === 'paid' ? step.paid : step.open))
  return (
    <Select
      label={say('one.choose', { version: version.version })}
      description={say('one.choose-help')}
      placeholder={say('one.choose-step')}
      data={steps.map(({ node, label }) => ({ value: node, label: format.text(sayWords(label)) }))}
      value={null}
      onChange={(step) => step !== null && onChoose(step)}
    />
  )
}
