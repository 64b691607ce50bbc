import { Button, Select, Stack, Text } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { useState } from 'react'
import { useChange } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useSegmentChoices } from '../../ui/states.tsx'
import { segmentWords } from '../../words/segment.ts'

/** Moves a customer to another segment; files under way stay where they are. */
export function SegmentForm({ debtor, onDone }: { debtor: Debtor; onDone: () => void }) {
  const say = useWords(segmentWords)
  const choices = useSegmentChoices()
  const [segment, setSegment] = useState<string>(debtor.segment)
  const chosen = choices.find(({ value }) => value === segment)!
  const save = useChange('segment', { changes: ['invoices', 'messages', 'tasks'] })
  const onSuccess = () => {
    onDone()
    told(say('done', { name: debtor.name, segment: chosen.label }))
  }
  return (
    <Stack
      component="form"
      gap="md"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ id: debtor.id, body: { segment: chosen.value } }, { onSuccess })
      }}
    >
      <Text size="sm" c="dimmed">
        {say('help')}
      </Text>
      <Select
        label={say('segment')}
        data={choices}
        value={segment}
        onChange={(value) => value !== null && setSegment(value)}
        allowDeselect={false}
        data-autofocus
      />
      {save.error !== null && <ProblemNotice problem={save.error} />}
      <Button type="submit" loading={save.isPending} disabled={segment === debtor.segment}>
        {say('submit')}
      </Button>
    </Stack>
  )
}
