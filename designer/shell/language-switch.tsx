import { ActionIcon, Tooltip } from '@mantine/core'
import { changeLocale } from '../i18n/i18n.ts'
import { useLocale, useWords } from '../i18n/words.ts'
import { shellWords } from '../words/shell.ts'

/** One click to the other language, named in that language. */
export function LanguageSwitch() {
  const say = useWords(shellWords)
  const locale = useLocale()
  const other = locale === 'fr' ? 'en' : 'fr'
  return (
    <Tooltip label={say('action.language')}>
      <ActionIcon
        size="lg"
        c="inherit"
        lang={other}
        onClick={() => changeLocale(other)}
        aria-label={`${other.toUpperCase()} : ${say('action.language')}`}
        fz="xs"
        fw={600}
      >
        {other.toUpperCase()}
      </ActionIcon>
    </Tooltip>
  )
}
