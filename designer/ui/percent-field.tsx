import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { parsePercent } from '../format/percent.ts'
import { useFormat } from './use-format.ts'

interface PercentFieldProps {
  readonly label: string
  /** Hundredths of a percent; null when empty. */
  readonly value: number | null
  /** Undefined when what is typed is no rate. */
  readonly onChange: (hundredths: number | null | undefined) => void
  readonly description?: string
  readonly error?: string | undefined
  readonly placeholder?: string
  readonly readOnly?: boolean
}

/** A yearly rate typed in either language, `2,15` or `2.15`; it is set in full when the field is left. */
export function PercentField({ value, onChange, ...rest }: PercentFieldProps) {
  const format = useFormat()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      rightSection="%"
      styles={{ input: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } }}
      value={typed ?? (value === null ? '' : format.number(value / 100, 2))}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        onChange(parsePercent(currentTarget.value))
      }}
      onBlur={() => {
        if (typed !== null && parsePercent(typed) !== undefined) setTyped(null)
      }}
    />
  )
}
