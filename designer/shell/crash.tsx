import { Button, Center, Stack, Text, Title } from '@mantine/core'
import { isRouteErrorResponse, Link, useRouteError } from 'react-router'
import { useWords } from '../i18n/words.ts'
import { shellWords } from '../words/shell.ts'

/** Shown instead of a page that threw, was not found, or whose code is gone after an update. */
export function Crash() {
  const say = useWords(shellWords)
  const error = useRouteError()
  const missing = isRouteErrorResponse(error) && error.status === 404
  return (
    <Center mih="60vh" p="lg">
      <Stack align="flex-start" maw={440}>
        <Title order={1}>{say(missing ? 'missing.title' : 'crash.title')}</Title>
        {!missing && <Text>{say('crash.help')}</Text>}
        {missing ? (
          <Button component={Link} to="/">
            {say('missing.home')}
          </Button>
        ) : (
          <Button onClick={() => location.reload()}>{say('crash.reload')}</Button>
        )}
      </Stack>
    </Center>
  )
}
