import '@mantine/dates/styles.css'
import 'dayjs/locale/fr'
import { TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { formatAmount, parseAmount } from '../format/amount.ts'
import { parseDate } from '../format/parse-date.ts'
import { useLocale } from '../i18n/words.ts'

interface DateFieldProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (date: string | null) => void
  readonly min?: string
  readonly max?: string
  readonly autoFocus?: boolean
  readonly description?: string
  readonly error?: string | undefined
}

/** A calendar date, typed as people type it (14/10, 14/10/2026) or picked. */
export function DateField({ label, value, onChange, min, max, autoFocus, description, error }: DateFieldProps) {
  const locale = useLocale()
  return (
    <DateInput
      label={label}
      value={value}
      onChange={onChange}
      locale={locale}
      firstDayOfWeek={1}
      valueFormat="DD/MM/YYYY"
      placeholder={locale === 'fr' ? 'jj/mm/aaaa' : 'dd/mm/yyyy'}
      dateParser={(text) => parseDate(text, new Date().getFullYear())}
      leftSection={<IconCalendar size={16} aria-hidden />}
      minDate={min}
      maxDate={max}
      data-autofocus={autoFocus || undefined}
      description={description}
      error={error}
    />
  )
}

interface AmountFieldProps {
  readonly label: string
  /** Minor units; null when what is typed is no amount. */
  readonly value: number | null
  readonly onChange: (minor: number | null) => void
  readonly currency: string
  readonly description?: string
  readonly error?: string | undefined
}

/** An amount typed in either language; it is set in full when the field is left. */
export function AmountField({ label, value, onChange, currency, description, error }: AmountFieldProps) {
  const locale = useLocale()
  const shown = (minor: number | null) => (minor === null ? '' : formatAmount(minor, { currency, locale }))
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextInput
      label={label}
      description={description}
      error={error}
      inputMode="decimal"
      autoComplete="off"
      styles={{ input: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } }}
      value={typed ?? shown(value)}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        onChange(parseAmount(currentTarget.value, currency))
      }}
      onBlur={() => {
        if (value !== null) setTyped(null)
      }}
    />
  )
}
