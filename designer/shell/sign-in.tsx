import '../theme/all-components.ts'
import { Button, Center, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../client/call.ts'
import { useWords } from '../i18n/words.ts'
import { shellWords } from '../words/shell.ts'

/** Asks for an access token; the server answers with a session cookie that scripts cannot read. */
export function SignIn() {
  const say = useWords(shellWords)
  const client = useQueryClient()
  const [token, setToken] = useState('')
  const [refused, setRefused] = useState(false)
  const enter = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await call('signIn', { body: { token: token.trim() } })
      await client.invalidateQueries()
    } catch {
      setRefused(true)
    }
  }
  return (
    <Center mih="100dvh" p="lg">
      <Paper component="form" onSubmit={enter} p="xl" w={400} maw="100%" withBorder radius="md">
        <Stack gap="lg">
          <Title order={1}>{say('sign-in.title')}</Title>
          <Text size="sm" c="dimmed">
            {say('sign-in.help')}
          </Text>
          <PasswordInput
            label={say('sign-in.token')}
            value={token}
            onChange={({ currentTarget }) => setToken(currentTarget.value)}
            error={refused ? say('sign-in.refused') : null}
            autoComplete="current-password"
            data-autofocus
            required
          />
          <Button type="submit" disabled={token.trim() === ''}>
            {say('sign-in.enter')}
          </Button>
        </Stack>
      </Paper>
    </Center>
  )
}
