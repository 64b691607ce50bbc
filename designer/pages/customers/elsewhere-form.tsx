import { Button, Skeleton, Stack, Text } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { useState } from 'react'
import { useChange, useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { segmentWords } from '../../words/segment.ts'
import { FileMoves } from '../studio/file-moves.tsx'
import { asBody, type Choices, countFiles, movesAsked } from '../studio/move-choices.ts'

interface Props {
  readonly debtor: Debtor
  /** The scenario that is left. */
  readonly scenario: string
  readonly onDone: () => void
}

/** Step by step, which invoices of a scenario stay and where the others go on in that of the segment. */
export function ElsewhereForm({ debtor, scenario, onDone }: Props) {
  const say = useWords(segmentWords)
  const [choices, setChoices] = useState<Choices>({})
  const moves = movesAsked(choices)
    ?.split(',')
    .map((move) => `${scenario}.${move}`)
    .join(',')
  const { data, error } = useRoute('segmentFiles', { id: debtor.id, query: { moves } }, { keep: true })
  const move = useChange('moveSegmentFiles', { changes: ['invoices', 'tasks'] })
  const other = data?.others.find((one) => one.scenario === scenario)
  if (error !== null) return <ProblemNotice problem={error} />
  if (!data || !other) return <Skeleton height={240} aria-hidden />
  const impact = { files: other.files, steps: other.steps, targets: data.targets }
  const { move: moving, park } = countFiles(choices, impact)
  const count = moving + park
  const submit = () => {
    const body = { choices: asBody(choices, other.steps).map((choice) => ({ ...choice, scenario })) }
    const onSuccess = ({ told: files }: { told: number }) => {
      onDone()
      told(say('move.done', { count: files }))
    }
    move.mutate({ id: debtor.id, body }, { onSuccess })
  }
  return (
    <Stack gap="md">
      <Text fw={600}>{say('move.from', { scenario: other.name })}</Text>
      <FileMoves impact={impact} keeps="scenario" choices={choices} onChoose={setChoices} />
      {move.error !== null && <ProblemNotice problem={move.error} />}
      <Button disabled={count === 0} loading={move.isPending} onClick={submit}>
        {count === 0 ? say('move.none') : say('move.submit', { count })}
      </Button>
    </Stack>
  )
}
