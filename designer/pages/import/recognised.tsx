import { Paper, Stack, Text, Title } from '@mantine/core'
import type { Detection } from '@relance/runtime/contract/imports'
import type { Locale } from '@relance/sdk/words'
import { IconHelpCircle } from '@tabler/icons-react'
import { useLocale, useWords } from '../../i18n/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Facts } from '../../ui/facts.tsx'
import { ScrollFrame } from '../../ui/scroll-frame.tsx'
import { importWords } from '../../words/import.ts'
import { useFieldWords } from './use-field-words.ts'

const separators = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'pipe' } as const
const decimalSigns = { ',': 'comma', '.': 'point' } as const

/** What was recognised in a file, with its first rows, before anything is written. */
export function Recognised({ detection }: { detection: Detection }) {
  const say = useWords(importWords)
  const locale = useLocale()
  const { subject, encoding, separator, dates, decimals, doubts } = detection
  const separatorWord = separators[separator as keyof typeof separators]
  const decimalsWord = decimalSigns[decimals as keyof typeof decimalSigns]
  return (
    <Stack gap="lg">
      <Paper withBorder p="lg" maw={560}>
        <Title order={2}>{say('found')}</Title>
        <Facts
          facts={[
            [say('found.subject'), say(`subject.${subject}`)],
            [say('found.encoding'), encoding],
            [say('found.separator'), separatorWord === undefined ? separator : say(`separator.${separatorWord}`)],
            [say('found.dates'), dates === '' ? say('found.none') : dateForm(dates, locale)],
            [say('found.decimals'), decimalsWord === undefined ? say('found.none') : say(`decimals.${decimalsWord}`)],
          ]}
        />
      </Paper>
      {doubts.map((doubt) => (
        <Banner key={doubt} meaning="confirm" icon={IconHelpCircle} title={say(`found.doubt-${doubt}`)} />
      ))}
      <Columns detection={detection} />
      <Preview detection={detection} />
    </Stack>
  )
}

/** `DD/MM/YYYY` as French readers write it: « jj/mm/aaaa ». */
function dateForm(form: string, locale: Locale): string {
  if (locale === 'en') return form.toLowerCase()
  return form.replaceAll('D', 'j').replaceAll('M', 'm').replaceAll('Y', 'a')
}

function Columns({ detection: { columns } }: { detection: Detection }) {
  const say = useWords(importWords)
  const sayField = useFieldWords()
  return (
    <Stack gap="sm">
      <Title order={2}>{say('columns')}</Title>
      <ScrollFrame label={say('columns')}>
        <thead>
          <tr>
            <th scope="col">{say('columns.header')}</th>
            <th scope="col">{say('columns.field')}</th>
            <th scope="col">{say('columns.sample')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ header, field, sample }) => (
            <tr key={header}>
              <td>{header}</td>
              <td>
                {field === null ? (
                  <Text span inherit c="dimmed" fs="italic">
                    {say('columns.ignored')}
                  </Text>
                ) : (
                  <Text span inherit fw={500}>
                    {sayField(field)}
                  </Text>
                )}
              </td>
              <td>{sample}</td>
            </tr>
          ))}
        </tbody>
      </ScrollFrame>
    </Stack>
  )
}

function Preview({ detection: { columns, preview } }: { detection: Detection }) {
  const say = useWords(importWords)
  if (preview.length === 0) return null
  const headers = columns.map(({ header }) => header)
  return (
    <Stack gap="sm">
      <Title order={2}>{say('preview')}</Title>
      <ScrollFrame label={say('preview')}>
        <thead>
          <tr>
            {headers.map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are told apart by their place only
            <tr key={at}>
              {headers.map((header) => (
                <td key={header}>{row[header]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollFrame>
    </Stack>
  )
}
