import { ActionIcon, Button, Chip, Group, Stack, Text, TextInput } from '@mantine/core'
import type { ContactHours } from '@relance/sdk/scenario-document'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useStudio } from '../canvas/studio-context.tsx'

interface Props {
  readonly hours: ContactHours
  readonly disabled: boolean
  readonly onChange: (hours: ContactHours) => void
}

/** The days and hours at which customers may be reached. */
export function ContactHoursInput({ hours, disabled, onChange }: Props) {
  const { say, locale } = useStudio()
  const { days, windows } = hours
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  // 5 January 2026 was a Monday.
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, label: name.format(Date.UTC(2026, 0, 4 + day)) }))
  const setWindow = (at: number, part: Partial<(typeof windows)[number]>) =>
    onChange({ days, windows: windows.map((window, index) => (index === at ? { ...window, ...part } : window)) })
  return (
    <Stack gap={6} component="fieldset" m={0} p={0} bd="none">
      <Text component="legend" size="sm" fw={500} mb={4}>
        {say('hours.title')}
      </Text>
      <Chip.Group
        multiple
        value={days.map(String)}
        onChange={(chosen) => chosen.length > 0 && onChange({ days: chosen.map(Number).sort(), windows })}
      >
        <Group gap={4}>
          {week.map(({ day, label }) => (
            <Chip
              key={day}
              value={String(day)}
              size="xs"
              radius="sm"
              disabled={disabled}
              icon={null}
              styles={{ iconWrapper: { display: 'none' }, label: { paddingInline: 8 } }}
            >
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {windows.map(({ from, to }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a window has nothing but its place
        <Group key={at} gap={6} wrap="nowrap">
          <TextInput
            type="time"
            aria-label={say('hours.from')}
            value={from}
            disabled={disabled}
            onChange={(event) => setWindow(at, { from: event.currentTarget.value })}
          />
          <Text size="sm">{say('hours.to')}</Text>
          <TextInput
            type="time"
            aria-label={say('hours.until')}
            value={to}
            disabled={disabled}
            onChange={(event) => setWindow(at, { to: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={say('hours.remove')}
            disabled={disabled || windows.length === 1}
            onClick={() => onChange({ days, windows: windows.filter((_, index) => index !== at) })}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      {windows.length < 6 && !disabled && (
        <Button
          w="fit-content"
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange({ days, windows: [...windows, { from: '09:00', to: '12:00' }] })}
        >
          {say('hours.add')}
        </Button>
      )}
    </Stack>
  )
}
