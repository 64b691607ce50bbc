import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core'
import type { ImportReport } from '@relance/runtime/contract/imports'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { useFormat } from '../../ui/use-format.ts'
import { importWords } from '../../words/import.ts'
import { ImportCounts } from './import-counts.tsx'
import { Rejects } from './rejects.tsx'

/** An import under way, then its result. `first` is what the server answered when it began. */
export function ImportRun({ first, onNext }: { first: ImportReport; onNext: () => void }) {
  const under = (report: ImportReport) => report.status === 'writing' || report.status === 'enrolling'
  const { data } = useRoute('import', { id: first.id }, { enabled: under(first), every: 1_000 })
  const report = data ?? first
  return (
    <Stack gap="xl">
      <Paper withBorder p="xl">
        {under(report) ? <UnderWay report={report} /> : <Ended report={report} onNext={onNext} />}
      </Paper>
      {report.rejected.length > 0 && <Rejects file={report.file} rejected={report.rejected} />}
    </Stack>
  )
}

function UnderWay({ report: { status, progress } }: { report: ImportReport }) {
  const say = useWords(importWords)
  const format = useFormat()
  const { done, total } = progress
  const words = say(status === 'enrolling' ? 'progress.enrolling' : 'progress.writing', {
    done: format.number(done),
    total: format.number(total),
  })
  return (
    <Stack gap="sm" role="status">
      <Text fw={500} className="figure">
        {words}
      </Text>
      <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={words} />
      <Text size="sm" c="dimmed">
        {say('progress.help')}
      </Text>
    </Stack>
  )
}

function Ended({ report, onNext }: { report: ImportReport; onNext: () => void }) {
  const say = useWords(importWords)
  const failed = report.status === 'failed'
  const Icon = failed ? IconAlertTriangle : IconCircleCheck
  return (
    <Stack gap="md" align="flex-start" role="status">
      <Icon size={32} color={`var(--relance-${failed ? 'late' : 'paid'}-text)`} aria-hidden />
      <Title order={2}>{say(failed ? 'failed' : 'done')}</Title>
      {failed && <Text>{say('failed-help')}</Text>}
      <ImportCounts report={report} />
      <Group gap="sm">
        <Button component={Link} to={report.items > 0 ? '/invoices' : '/customers'}>
          {say(report.items > 0 ? 'done.invoices' : 'done.customers')}
        </Button>
        <Button variant="default" onClick={onNext}>
          {say('done.next')}
        </Button>
      </Group>
    </Stack>
  )
}
