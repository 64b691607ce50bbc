import { Button, Group, Select, Stack, Text } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { type Proceedings, proceedings } from '@relance/runtime/domain/law/insolvency'
import { useState } from 'react'
import { useChange } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { DateField } from '../../ui/fields.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { accountWords } from '../../words/account.ts'

/** The judgment that opened insolvency proceedings: what was owed before it is declared, no longer claimed. */
export function InsolvencyForm({ debtor, onDone }: { debtor: Debtor; onDone: () => void }) {
  const say = useWords(accountWords)
  const format = useFormat()
  const known = debtor.insolvency
  const [kind, setKind] = useState<Proceedings>(known?.proceedings ?? 'receivership')
  const [judgedOn, setJudgedOn] = useState<string | null>(known?.judgedOn ?? format.today())
  const [publishedOn, setPublishedOn] = useState<string | null>(known?.publishedOn ?? null)
  const [declareBy, setDeclareBy] = useState<string | null>(known?.declareBy ?? null)
  const save = useChange('insolvency', { changes: ['invoices', 'restraints', 'tasks', 'messages'] })
  const record = (insolvency: Parameters<typeof save.mutate>[0]['body']['insolvency']) =>
    save.mutate(
      { id: debtor.id, body: { insolvency } },
      {
        onSuccess: () => {
          onDone()
          told(say(insolvency === null ? 'insolvency.lifted' : 'insolvency.done'))
        },
      },
    )
  /** The last day follows the dates until somebody sets it. */
  const forgetLimit = (set: (date: string | null) => void) => (date: string | null) => {
    set(date)
    setDeclareBy(null)
  }
  return (
    <Stack
      component="form"
      gap="md"
      onSubmit={(event) => {
        event.preventDefault()
        if (judgedOn !== null) record({ proceedings: kind, judgedOn, publishedOn, declareBy })
      }}
    >
      <Text size="sm" c="dimmed">
        {say('insolvency.help')}
      </Text>
      <Select
        label={say('insolvency.proceedings')}
        data={proceedings.map((value) => ({ value, label: say(`insolvency.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(value as Proceedings)}
        allowDeselect={false}
        data-autofocus
      />
      <DateField
        label={say('insolvency.date')}
        value={judgedOn}
        onChange={forgetLimit(setJudgedOn)}
        max={format.today()}
      />
      <DateField
        label={say('insolvency.published')}
        description={say('insolvency.published-help')}
        value={publishedOn}
        onChange={forgetLimit(setPublishedOn)}
        max={format.today()}
        {...(judgedOn !== null && { min: judgedOn })}
      />
      <DateField
        label={say('insolvency.declare-by')}
        description={say('insolvency.declare-by-help')}
        value={declareBy}
        onChange={setDeclareBy}
      />
      {save.error !== null && <ProblemNotice problem={save.error} />}
      <Group>
        <Button type="submit" loading={save.isPending} disabled={judgedOn === null}>
          {say('insolvency.submit')}
        </Button>
        {known !== null && (
          <Button variant="default" disabled={save.isPending} onClick={() => record(null)}>
            {say('insolvency.lift')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
