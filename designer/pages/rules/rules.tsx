import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useEntity } from '../../client/entity.ts'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { Page } from '../../ui/page.tsx'
import { rulesWords } from '../../words/rules.ts'
import { EntityLedger } from './entity-ledger.tsx'
import { EntityMinimums } from './entity-minimums.tsx'

/** What each entity asks for before a reminder leaves. */
export function Rules() {
  const say = useWords(rulesWords)
  const { data: session } = useRoute('session', {})
  const { entities } = useEntity()
  const readOnly = session === undefined || !['finance-director', 'admin'].includes(session.user.role)
  return (
    <Page title={say('title')} lead={say('lead')}>
      <Stack gap="xl" maw={1100}>
        <Section title={say('minimums.title')} help={say('minimums.help')}>
          {entities.map((entity) => (
            <EntityMinimums key={entity.code} entity={entity} readOnly={readOnly} />
          ))}
        </Section>
        <Section title={say('ledger.title')} help={say('ledger.help')}>
          {entities.map((entity) => (
            <EntityLedger key={entity.code} entity={entity} readOnly={readOnly} />
          ))}
        </Section>
        {readOnly && <Text c="dimmed">{say('readonly')}</Text>}
      </Stack>
    </Page>
  )
}

function Section({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <Stack gap="sm">
      <Stack gap={2}>
        <Title order={2}>{title}</Title>
        <Text size="sm" c="dimmed" maw={720}>
          {help}
        </Text>
      </Stack>
      <SimpleGrid cols={{ base: 1, md: 2 }}>{children}</SimpleGrid>
    </Stack>
  )
}
