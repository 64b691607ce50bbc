import { Group, Radio, Select, Stack, Text } from '@mantine/core'
import { useEntity } from '../../client/entity.ts'
import { useWords } from '../../i18n/words.ts'
import { importWords } from '../../words/import.ts'
import styles from './import.module.css'
import type { ImportOptions } from './use-import.ts'

interface ImportOptionsFormProps {
  readonly options: ImportOptions
  readonly onChange: (options: ImportOptions) => void
}

/** How a file of invoices is to be understood: an addition, or all that is open today. */
export function ImportOptionsForm({ options, onChange }: ImportOptionsFormProps) {
  const say = useWords(importWords)
  const { entities } = useEntity()
  return (
    <Stack gap="lg">
      <Radio.Group
        label={say('mode')}
        value={options.mode}
        onChange={(mode) => onChange({ ...options, mode: mode as ImportOptions['mode'] })}
      >
        <div className={styles.modes}>
          {(['delta', 'stock'] as const).map((mode) => (
            <Radio.Card key={mode} value={mode} p="md" mt="sm" radius="md">
              <Group wrap="nowrap" align="flex-start" gap="md">
                <Radio.Indicator checked={options.mode === mode} size="xs" mt={2} />
                <Stack gap={2}>
                  <Text fw={500}>{say(`mode.${mode}`)}</Text>
                  <Text size="sm" c="dimmed">
                    {say(`mode.${mode}-help`)}
                  </Text>
                </Stack>
              </Group>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {entities.length > 1 && (
        <Select
          maw={320}
          label={say('entity')}
          placeholder={say('entity.auto')}
          clearable
          data={entities.map(({ code, name }) => ({ value: code, label: name }))}
          value={options.entity}
          onChange={(entity) => onChange({ ...options, entity })}
        />
      )}
    </Stack>
  )
}
