import { ActionIcon, Button, Checkbox, Group, Paper, Stack, Text, Tooltip } from '@mantine/core'
import { defaultMargin, floorMultiple } from '@relance/runtime/domain/law/annual-rate'
import type { Dated } from '@relance/runtime/domain/law/rate-table'
import { nextSemester, semesterOf } from '@relance/runtime/domain/law/semester'
import { IconAlertTriangle, IconClock, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../i18n/words.ts'
import { PercentField } from '../../ui/percent-field.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { lawWords } from '../../words/law.ts'
import styles from './rates.module.css'
import { useSemesterName } from './semester-name.ts'
import type { Draft } from './use-draft.ts'

const kinds = ['refinancing', 'legal'] as const

/** The half-years of the table, the one under way and those that somebody adds, the latest first. */
export function SemesterRows({ draft, readOnly }: { draft: Draft; readOnly: boolean }) {
  const say = useWords(lawWords)
  const format = useFormat()
  const nameOf = useSemesterName()
  const [added, setAdded] = useState<readonly string[]>([])
  const current = semesterOf(format.today())
  const known = kinds.flatMap((kind) => draft.table[kind].map(({ from }) => from))
  const semesters = [...new Set([...known, current, ...added])].sort().reverse()
  const next = nextSemester(semesters[0]!)
  const remove = (semester: string) => {
    for (const kind of kinds) draft.put(kind, semester, null)
    setAdded(added.filter((one) => one !== semester))
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Paper withBorder w="100%">
        <ul className={styles.list}>
          {semesters.map((semester) => (
            <li key={semester} className={styles.row}>
              <Group justify="space-between" align="flex-start" wrap="nowrap">
                <Stack gap={4} align="flex-start">
                  <Text fw={600}>{nameOf(semester)}</Text>
                  {semester === current && (
                    <Tag meaning="accent" icon={IconClock}>
                      {say('semester.current')}
                    </Tag>
                  )}
                  {semester <= current && !known.includes(semester) && (
                    <Tag meaning="late" icon={IconAlertTriangle}>
                      {say('semester.missing')}
                    </Tag>
                  )}
                </Stack>
                {!readOnly && semester === semesters[0] && semester !== current && (
                  <Tooltip label={say('semester.remove', { semester: nameOf(semester) })}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={say('semester.remove', { semester: nameOf(semester) })}
                      onClick={() => remove(semester)}
                    >
                      <IconTrash size={16} />
                    </ActionIcon>
                  </Tooltip>
                )}
              </Group>
              {kinds.map((kind) => (
                <RateCell key={kind} kind={kind} semester={semester} draft={draft} readOnly={readOnly} />
              ))}
            </li>
          ))}
        </ul>
      </Paper>
      {!readOnly && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAdded([...added, next])}
        >
          {say('semester.add', { semester: nameOf(next) })}
        </Button>
      )}
    </Stack>
  )
}

interface RateCellProps {
  readonly kind: (typeof kinds)[number]
  readonly semester: string
  readonly draft: Draft
  readonly readOnly: boolean
}

function RateCell({ kind, semester, draft, readOnly }: RateCellProps) {
  const say = useWords(lawWords)
  const [isFaulty, setFaulty] = useState(false)
  const row = draft.table[kind].find(({ from }) => from === semester) ?? null
  const put = (change: Partial<Dated>) =>
    draft.put(kind, semester, { value: row?.value ?? 0, checked: row?.checked ?? true, ...change })
  return (
    <Stack gap={8}>
      <PercentField
        label={say(kind)}
        placeholder={say('none')}
        description={useConsequence(kind, row)}
        value={row?.value ?? null}
        readOnly={readOnly}
        error={isFaulty ? say('fault.percent') : undefined}
        onChange={(value) => {
          setFaulty(value === undefined)
          if (value === null) draft.put(kind, semester, null)
          else if (value !== undefined) put({ value })
        }}
      />
      {row !== null && (
        <Checkbox
          label={say('checked')}
          size="sm"
          checked={row.checked}
          disabled={readOnly}
          onChange={({ currentTarget }) => put({ checked: currentTarget.checked })}
        />
      )}
    </Stack>
  )
}

/** What a published rate means for penalties. */
function useConsequence(kind: (typeof kinds)[number], row: Dated | null): string {
  const say = useWords(lawWords)
  const format = useFormat()
  if (row === null) return '\u00a0'
  const rate = kind === 'refinancing' ? row.value + defaultMargin : floorMultiple * row.value
  return say(`${kind}.gives`, { rate: format.percent(rate) })
}
