import { Anchor, Paper, Stack, Text, Title } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { IconBan } from '@tabler/icons-react'
import { useWords } from '../../i18n/words.ts'
import { Tag } from '../../ui/tag.tsx'
import { commonWords } from '../../words/common.ts'
import { customersWords } from '../../words/customers.ts'

type Contact = Debtor['contacts'][number]

/** Whom to talk to, by role; who asked not to be contacted says so. */
export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  const say = useWords(customersWords)
  return (
    <Paper withBorder p="lg">
      <Stack gap="md">
        <Title order={2}>{say('contacts')}</Title>
        {contacts.length === 0 && (
          <Text size="sm" c="dimmed">
            {say('contacts.none')}
          </Text>
        )}
        {contacts.map((contact) => (
          <Person key={`${contact.role}${contact.email}${contact.name}`} contact={contact} />
        ))}
      </Stack>
    </Paper>
  )
}

function Person({ contact: { role, name, email, phone, optedOut } }: { contact: Contact }) {
  const say = useWords(customersWords)
  const sayCommon = useWords(commonWords)
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {sayCommon(`role.${role}`)}
      </Text>
      <Text fw={500}>{name}</Text>
      {optedOut && (
        <div>
          <Tag meaning="late" icon={IconBan}>
            {say('contacts.opted-out')}
          </Tag>
        </div>
      )}
      {email !== '' && (
        <Anchor href={`mailto:${email}`} size="sm" lh="24px" display="block" style={{ overflowWrap: 'anywhere' }}>
          {email}
        </Anchor>
      )}
      {phone !== '' && (
        <Anchor href={`tel:${phone.replace(/[^\d+]/g, '')}`} size="sm" lh="24px" display="block" className="figure">
          {phone}
        </Anchor>
      )}
    </Stack>
  )
}
