import { Box, Group, SegmentedControl, Select, Skeleton, Stack, Text } from '@mantine/core'
import type { Medium } from '@relance/sdk/define-node'
import type { Locale } from '@relance/sdk/words'
import type { WidgetProps } from '@rjsf/utils'
import { useState } from 'react'
import { useStudio, useStudioState } from '../../canvas/studio-context.tsx'
import { useRoute } from '../../client/queries.ts'
import styles from './form.module.css'
import { choicesOf, inputProps } from './widget-props.ts'

/** Chooses a text, with what the customer will read beside it. */
export function TemplateWidget(props: WidgetProps) {
  return <TextPicker {...props} medium="email" />
}

/** Chooses a call script, with its words. */
export function ScriptWidget(props: WidgetProps) {
  return <TextPicker {...props} medium="call" />
}

function TextPicker({ medium, ...props }: WidgetProps & { medium: Medium }) {
  const data = choicesOf(props)
  const value = typeof props.value === 'string' ? props.value : ''
  // A text that an organisation added itself is not in the list of the product.
  const known =
    data.some((choice) => choice.value === value) || value === '' ? data : [...data, { value, label: value }]
  return (
    <Stack gap="xs">
      <Select
        {...inputProps(props)}
        data={known}
        value={value}
        onChange={(next) => props.onChange(next ?? undefined)}
        searchable
        allowDeselect={false}
      />
      {value !== '' && <Preview medium={medium} template={value} />}
    </Stack>
  )
}

function Preview({ medium, template }: { medium: Medium; template: string }) {
  const { say, locale } = useStudio()
  const languages = useStudioState(({ document }) => document.languages)
  const [language, setLanguage] = useState<Locale>(languages.includes(locale) ? locale : (languages[0] ?? 'fr'))
  const { data, error, isPending } = useRoute(
    'templatePreview',
    { id: template, query: { medium, language } },
    { keep: true },
  )
  return (
    <Box className={styles.preview} aria-label={say('preview.label')} component="section">
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="xs" c="dimmed">
          {say(medium === 'call' ? 'preview.script' : 'preview.mail')}
        </Text>
        {languages.length > 1 && (
          <SegmentedControl
            size="xs"
            data={languages.map((one) => ({ value: one, label: one.toUpperCase() }))}
            value={language}
            onChange={(next) => setLanguage(next as Locale)}
            aria-label={say('preview.language')}
          />
        )}
      </Group>
      {error !== null && <Text size="xs">{say(error.status === 404 ? 'preview.missing' : 'preview.unreachable')}</Text>}
      {error === null && isPending && <Skeleton h={48} />}
      {error === null && data !== undefined && (
        <>
          {data.subject !== '' && (
            <Text size="sm" fw={600} lang={language}>
              {data.subject}
            </Text>
          )}
          <Text className={styles.previewText} size="xs" lang={language}>
            {data.text}
          </Text>
        </>
      )}
    </Box>
  )
}
