import { Anchor, Button, Paper, Stack, Text, Title } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { IconBan } from '@tabler/icons-react'
import { useWords } from '../../i18n/words.ts'
import { Tag } from '../../ui/tag.tsx'
import { commonWords } from '../../words/common.ts'
import { customersWords } from '../../words/customers.ts'
import { restraintsWords } from '../../words/restraints.ts'

type Contact = Debtor['contacts'][number]

interface ContactsProps {
  readonly contacts: readonly Contact[]
  readonly onExclude: (contact: Contact) => void
}

/** Whom to talk to, by role; who is not to be contacted any more says so. */
export function Contacts({ contacts, onExclude }: ContactsProps) {
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
          <Person key={`${contact.role}${contact.email}${contact.name}`} contact={contact} onExclude={onExclude} />
        ))}
      </Stack>
    </Paper>
  )
}

function Person({ contact, onExclude }: { contact: Contact; onExclude: ContactsProps['onExclude'] }) {
  const { role, name, email, phone, optedOut, exclusion } = contact
  const isExcluded = optedOut || exclusion !== null
  const sayRestraints = useWords(restraintsWords)
  const say = useWords(customersWords)
  const sayCommon = useWords(commonWords)
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {sayCommon(`role.${role}`)}
      </Text>
      <Text fw={500}>{name}</Text>
      {isExcluded && (
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
      {!isExcluded && email !== '' && (
        <Button
          variant="subtle"
          size="compact-sm"
          className="no-print"
          w="fit-content"
          onClick={() => onExclude(contact)}
        >
          {sayRestraints('exclusion.contact-action')}
        </Button>
      )}
    </Stack>
  )
}
