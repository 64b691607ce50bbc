import { Button, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { Rates as RatesView } from '@relance/runtime/contract/law'
import { semesterOf } from '@relance/runtime/domain/law/semester'
import { IconAlertTriangle, IconChecklist } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useEntity } from '../../client/entity.ts'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { lawWords } from '../../words/law.ts'
import { IndemnityRows } from './indemnity-rows.tsx'
import { RateHistory } from './rate-history.tsx'
import styles from './rates.module.css'
import { SalesTerms } from './sales-terms.tsx'
import { useSemesterName } from './semester-name.ts'
import { SemesterRows } from './semester-rows.tsx'
import { type Draft, useDraft } from './use-draft.ts'
import { WorkedExample } from './worked-example.tsx'

/** The dated rates of late payment, the sales terms of each entity, and who changed what. */
export function Rates() {
  const say = useWords(lawWords)
  const { data: rates, error, refetch } = useRoute('rates', {})
  return (
    <Page title={say('title')} lead={say('lead')}>
      {rates !== undefined && <Loaded rates={rates} />}
      {rates === undefined && error === null && <Skeleton height={400} aria-hidden />}
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
    </Page>
  )
}

function Loaded({ rates }: { rates: RatesView }) {
  const say = useWords(lawWords)
  const { data: session } = useRoute('session', {})
  const { entities } = useEntity()
  const draft = useDraft(rates)
  const readOnly = session === undefined || !['finance-director', 'admin'].includes(session.user.role)
  return (
    <Stack gap="lg">
      <Warnings draft={draft} />
      <div className={styles.page}>
        <Stack gap="xl">
          <Section title={say('rates.title')} help={say('rates.help')}>
            <SemesterRows draft={draft} readOnly={readOnly} />
          </Section>
          <Section title={say('indemnity')} help={say('indemnity.help')}>
            <IndemnityRows draft={draft} readOnly={readOnly} />
          </Section>
          {readOnly && <Text c="dimmed">{say('save.readonly')}</Text>}
          {draft.changed > 0 && <SaveBar draft={draft} />}
          <Section title={say('terms.title')} help={say('terms.help')}>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {entities.map((entity) => (
                <SalesTerms key={entity.code} entity={entity} rates={draft.table} readOnly={readOnly} />
              ))}
            </SimpleGrid>
          </Section>
        </Stack>
        <Stack component="aside">
          <WorkedExample rates={draft.table} />
          <RateHistory changes={rates.changes} />
        </Stack>
      </div>
    </Stack>
  )
}

function Section({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <Stack gap="sm">
      <Stack gap={2}>
        <Title order={2}>{title}</Title>
        <Text size="sm" c="dimmed">
          {help}
        </Text>
      </Stack>
      {children}
    </Stack>
  )
}

function Warnings({ draft: { table } }: { draft: Draft }) {
  const say = useWords(lawWords)
  const format = useFormat()
  const nameOf = useSemesterName()
  const current = semesterOf(format.today())
  const isMissing = [table.refinancing, table.legal].some((rows) => !rows.some(({ from }) => from === current))
  const unchecked = [...table.refinancing, ...table.legal, ...table.indemnity].filter(({ checked }) => !checked).length
  return (
    <>
      {isMissing && (
        <Banner meaning="late" icon={IconAlertTriangle} title={say('missing.title', { semester: nameOf(current) })}>
          {say('missing.help')}
        </Banner>
      )}
      {unchecked > 0 && (
        <Banner meaning="confirm" icon={IconChecklist} title={say('unchecked.title', { count: unchecked })}>
          {say('unchecked.help')}
        </Banner>
      )}
    </>
  )
}

function SaveBar({ draft }: { draft: Draft }) {
  const say = useWords(lawWords)
  const { changed, pending, problem, submit, reset } = draft
  return (
    <Stack gap="sm" className={styles.save}>
      {problem !== null && <ProblemNotice problem={problem} />}
      <Group>
        <Button onClick={submit} loading={pending}>
          {say('save.submit', { count: changed })}
        </Button>
        <Button variant="default" onClick={reset} disabled={pending}>
          {say('save.cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
