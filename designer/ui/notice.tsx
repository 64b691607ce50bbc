import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Problem } from '../client/problem.ts'
import { useWords } from '../i18n/words.ts'
import { commonWords } from '../words/common.ts'

type CommonSay = ReturnType<typeof useWords<(typeof commonWords)['fr']>>

/** Title and cure of a problem, the server's own sentence first. */
export function explain(problem: Problem, say: CommonSay): { title: string; cure: string } {
  const { status, detail } = problem
  if (status === 0) return { title: say('problem.unreachable'), cure: say('problem.unreachable-help') }
  if (status === 404) return { title: say('problem.not-found'), cure: detail ?? say('problem.not-found-help') }
  if (status === 403) return { title: say('problem.forbidden'), cure: detail ?? say('problem.forbidden-help') }
  if (status === 409) return { title: say('problem.conflict'), cure: detail ?? say('problem.conflict-help') }
  if (status >= 500) return { title: say('problem.server'), cure: detail ?? say('problem.server-help') }
  return { title: say('problem.invalid'), cure: detail ?? problem.message }
}

interface ProblemNoticeProps {
  readonly problem: Problem
  readonly onRetry?: () => void
  /** A cure that the page itself can offer. */
  readonly children?: ReactNode
}

/** What happened, what was kept, what to do. */
export function ProblemNotice({ problem, onRetry, children }: ProblemNoticeProps) {
  const say = useWords(commonWords)
  const { title, cure } = explain(problem, say)
  return (
    <Paper role="alert" p="lg" withBorder>
      <Group wrap="nowrap" align="flex-start" gap="md">
        <IconAlertTriangle size={20} color="var(--relance-late-text)" aria-hidden style={{ flexShrink: 0 }} />
        <Stack gap="sm" align="flex-start">
          <Text fw={600}>{title}</Text>
          <Text size="sm">{cure}</Text>
          {problem.errors.map(({ path, message }) => (
            <Text key={path + message} size="sm" c="dimmed">
              {path === '' ? message : `${path} : ${message}`}
            </Text>
          ))}
          {onRetry !== undefined && (
            <Button variant="default" onClick={onRetry}>
              {say('action.retry')}
            </Button>
          )}
          {children}
        </Stack>
      </Group>
    </Paper>
  )
}

interface EmptyProps {
  readonly icon: ReactNode
  readonly title: string
  readonly help: string
  readonly children?: ReactNode
}

/** An empty page teaches: what will be here and one way to begin. */
export function Empty({ icon, title, help, children }: EmptyProps) {
  return (
    <Stack align="center" gap="sm" py={48} px="lg" ta="center">
      <Text c="dimmed" lh={1} component="div">
        {icon}
      </Text>
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed" maw={440}>
        {help}
      </Text>
      {children !== undefined && <Group mt="sm">{children}</Group>}
    </Stack>
  )
}
