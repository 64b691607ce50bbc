import '../theme/all-components.ts'
import { Anchor, Button, Divider, Group, Kbd, Stack, Text, Title } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../client/call.ts'
import { useRoute } from '../client/queries.ts'
import { useWords } from '../i18n/words.ts'
import { tellProblem } from '../ui/delayed.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { shellWords } from '../words/shell.ts'
import { commandKey } from './commands-host.tsx'
import { places } from './places.ts'

/** What is invented, who is signed in, and every key. */
export function HelpPanel({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useWords(shellWords)
  return (
    <SidePanel opened={opened} onClose={onClose} size={360} title={say('help.label')}>
      <Stack gap="md">
        <Demo />
        <Shortcuts />
      </Stack>
    </SidePanel>
  )
}

function Shortcut({ words, children }: { words: string; children: ReactNode }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm">{words}</Text>
      <Group gap={4} wrap="nowrap">
        {children}
      </Group>
    </Group>
  )
}

function Shortcuts() {
  const say = useWords(shellWords)
  return (
    <Stack gap="sm">
      <Title order={2}>{say('help.title')}</Title>
      <Shortcut words={say('help.search')}>
        <Kbd>{commandKey}</Kbd>
        <Kbd>K</Kbd>
      </Shortcut>
      <Shortcut words={say('help.help')}>
        <Kbd>?</Kbd>
      </Shortcut>
      <Shortcut words={say('help.list-search')}>
        <Kbd>/</Kbd>
      </Shortcut>
      <Shortcut words={say('help.list-move')}>
        <Kbd>j</Kbd>
        <Kbd>k</Kbd>
      </Shortcut>
      <Shortcut words={say('help.list-open')}>
        <Kbd>↵</Kbd>
      </Shortcut>
      <Shortcut words={say('help.list-select')}>
        <Kbd>x</Kbd>
      </Shortcut>
      <Shortcut words={say('help.call-outcome')}>
        <Kbd>1</Kbd>–<Kbd>7</Kbd>
      </Shortcut>
      <Divider />
      {places.map(({ page, key }) => (
        <Shortcut key={page} words={say('help.go', { page: say(`page.${page}`) })}>
          <Kbd>g</Kbd>
          <Text size="xs" c="dimmed">
            {say('help.then')}
          </Text>
          <Kbd>{key}</Kbd>
        </Shortcut>
      ))}
    </Stack>
  )
}

/** Says what is invented and where the test e-mails are read. */
function Demo() {
  const say = useWords(shellWords)
  const { data } = useRoute('session', {})
  if (data === undefined) return null
  const links = [
    { url: data.mailUrl, words: say('help.mail') },
    { url: data.temporalUrl, words: say('help.temporal') },
  ]
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {data.user.name} · {say(`account.role.${data.user.role}`)}
      </Text>
      {data.demo && (
        <>
          <Title order={2}>{say('help.demo')}</Title>
          <Text size="sm">{say('help.demo-text')}</Text>
        </>
      )}
      {links.map(
        ({ url, words }) =>
          url !== null && (
            <Anchor key={words} href={url} target="_blank" rel="noreferrer" size="sm">
              {words} <IconExternalLink size={14} style={{ verticalAlign: '-2px' }} aria-hidden />
            </Anchor>
          ),
      )}
      {!isLoopback(location.hostname) && <SignOut />}
      <Divider />
    </Stack>
  )
}

/** On the computer itself nobody signs in, so nobody signs out. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]'
}

function SignOut() {
  const say = useWords(shellWords)
  const client = useQueryClient()
  const leave = async () => {
    try {
      await call('signOut', {})
      await client.resetQueries()
    } catch (problem) {
      tellProblem(problem)
    }
  }
  return (
    <Button variant="default" w="fit-content" onClick={() => void leave()}>
      {say('sign-out')}
    </Button>
  )
}
