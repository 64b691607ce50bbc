import { ActionIcon, Button, Checkbox, Group, Paper, Stack, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useWords } from '../../i18n/words.ts'
import { AmountField, DateField } from '../../ui/fields.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { lawWords } from '../../words/law.ts'
import styles from './rates.module.css'
import type { Draft } from './use-draft.ts'

/** The fixed indemnity, by the day from which each amount holds. */
export function IndemnityRows({ draft, readOnly }: { draft: Draft; readOnly: boolean }) {
  const say = useWords(lawWords)
  const format = useFormat()
  const rows = [...draft.table.indemnity].sort((left, right) => right.from.localeCompare(left.from))
  const today = format.today()
  return (
    <Stack gap="sm" align="flex-start">
      <Paper withBorder w="100%">
        <ul className={styles.list}>
          {rows.map(({ from, value, checked }) => (
            <li key={from} className={`${styles.row} ${styles.indemnity}`}>
              <DateField
                label={say('indemnity.from')}
                value={from}
                onChange={(date) => {
                  if (readOnly || date === null || rows.some((row) => row.from === date)) return
                  draft.move('indemnity', from, date)
                }}
              />
              <AmountField
                label={say('indemnity.amount')}
                value={value}
                currency="EUR"
                onChange={(amount) => {
                  if (!readOnly && amount !== null) draft.put('indemnity', from, { value: amount, checked })
                }}
              />
              <Group gap="md" h={36}>
                <Checkbox
                  label={say('checked')}
                  size="sm"
                  checked={checked}
                  disabled={readOnly}
                  onChange={({ currentTarget }) =>
                    draft.put('indemnity', from, { value, checked: currentTarget.checked })
                  }
                />
                {!readOnly && rows.length > 1 && (
                  <Tooltip label={say('indemnity.remove')}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={say('indemnity.remove')}
                      onClick={() => draft.put('indemnity', from, null)}
                    >
                      <IconTrash size={16} />
                    </ActionIcon>
                  </Tooltip>
                )}
              </Group>
            </li>
          ))}
        </ul>
      </Paper>
      {!readOnly && !rows.some(({ from }) => from === today) && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => draft.put('indemnity', today, { value: rows[0]?.value ?? 0, checked: false })}
        >
          {say('indemnity.add')}
        </Button>
      )}
    </Stack>
  )
}
