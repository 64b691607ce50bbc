import { ActionIcon, Button, Group, Select, Stack, Text, Tooltip } from '@mantine/core'
import type { MinimumAmount } from '@relance/runtime/domain/desk/minimum'
import { currencies } from '@relance/runtime/domain/money/currency'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useWords } from '../i18n/words.ts'
import { rulesWords } from '../words/rules.ts'
import { AmountField } from './fields.tsx'

interface MinimumRowsProps {
  readonly minimums: readonly MinimumAmount[]
  readonly onChange: (minimums: readonly MinimumAmount[]) => void
  /** Said while there is none. */
  readonly none: string
  /** The currency that a first line is offered in. */
  readonly usual: string
  readonly readOnly?: boolean
}

/** What an account has to owe before it is reminded, one line per currency. */
export function MinimumRows({ minimums, onChange, none, usual, readOnly = false }: MinimumRowsProps) {
  const say = useWords(rulesWords)
  const free = currencies.filter((code) => !minimums.some(({ currency }) => currency === code))
  const put = (at: number, change: Partial<MinimumAmount>) =>
    onChange(minimums.map((minimum, index) => (index === at ? { ...minimum, ...change } : minimum)))
  return (
    <Stack gap="sm" align="flex-start">
      {minimums.length === 0 && <Text size="sm">{none}</Text>}
      {minimums.map(({ currency, reminder, legal }, at) => (
        <Group key={currency} gap="sm" align="flex-start" w="100%">
          <Select
            label={say('minimums.currency')}
            data={[currency, ...free]}
            value={currency}
            onChange={(code) => code !== null && put(at, { currency: code })}
            searchable
            allowDeselect={false}
            readOnly={readOnly}
            w={96}
            style={{ flexShrink: 0 }}
          />
          <AmountField
            label={say('minimums.reminder')}
            value={reminder}
            currency={currency}
            onChange={(amount) => !readOnly && amount !== null && put(at, { reminder: amount })}
          />
          <AmountField
            label={say('minimums.legal')}
            value={legal}
            currency={currency}
            onChange={(amount) => !readOnly && amount !== null && put(at, { legal: amount })}
            error={legal < reminder ? say('minimums.legal-low') : undefined}
          />
          {!readOnly && (
            <Tooltip label={say('minimums.remove', { currency })}>
              <ActionIcon
                variant="subtle"
                color="gray"
                mt={26}
                size="lg"
                aria-label={say('minimums.remove', { currency })}
                onClick={() => onChange(minimums.filter((_, index) => index !== at))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      ))}
      {!readOnly && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...minimums, { currency: next(usual, free), reminder: 0, legal: 0 }])}
        >
          {say('minimums.add')}
        </Button>
      )}
    </Stack>
  )
}

function next(usual: string, free: readonly string[]): string {
  return free.includes(usual) ? usual : free[0]!
}

/** Whether every line may be saved. */
export function areMinimumsWhole(minimums: readonly MinimumAmount[]): boolean {
  return minimums.every(({ reminder, legal }) => legal >= reminder)
}
