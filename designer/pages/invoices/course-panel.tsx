import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { Invoice } from '@relance/runtime/contract/invoices'
import { segmentWords } from '@relance/sdk/facts'
import { Link } from 'react-router'
import { useChange } from '../../client/queries.ts'
import { useSayWords, useWords } from '../../i18n/words.ts'
import { tellProblem, told } from '../../ui/delayed.tsx'
import { useFormat } from '../../ui/use-format.ts'
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
          <Standing course={course} />
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

function Parked({ invoice, reason }: { invoice: Invoice; reason: string }) {
  const say = useWords(invoicesWords)
  const unpark = useChange('unpark', { changes: ['invoices', 'tasks'] })
  const answer = (action: 'retry' | 'skip') =>
    unpark.mutate(
      { id: invoice.id, body: { action } },
      { onSuccess: () => told(say(action === 'retry' ? 'one.retried' : 'one.skipped')), onError: tellProblem },
    )
  return (
    <Stack gap="sm" p="md" bdrs="sm" bg="var(--relance-confirm-soft)" c="var(--relance-confirm-text)">
      <Text size="sm" fw={600}>
        {say('one.parked')}
      </Text>
      <Text size="sm">{reason}</Text>
      <Text size="sm">{say('one.parked-help')}</Text>
      <Group gap="sm">
        <Button size="compact-sm" h={32} onClick={() => answer('retry')} loading={unpark.isPending}>
          {say('one.retry')}
        </Button>
        <Button size="compact-sm" h={32} variant="default" onClick={() => answer('skip')} disabled={unpark.isPending}>
          {say('one.skip')}
        </Button>
      </Group>
    </Stack>
  )
}
