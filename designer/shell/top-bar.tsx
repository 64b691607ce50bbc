import { ActionIcon, Group, Kbd, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../i18n/words.ts'
import { shellWords } from '../words/shell.ts'
import { commandKey, openCommands } from './commands-host.tsx'
import { EntitySwitch } from './entity-switch.tsx'
import { Help } from './help.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import styles from './shell.module.css'
import { StopSending } from './stop-sending.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

export function TopBar() {
  const say = useWords(shellWords)
  return (
    <Group h={48} px={{ base: 12, sm: 16 }} gap="sm" wrap="nowrap" justify="space-between">
      <Group gap="md" wrap="nowrap" style={{ minWidth: 0 }}>
        <Link to="/" className={styles.brand}>
          <img src="/favicon.svg" alt="" width={22} height={22} />
          Relance
        </Link>
        <EntitySwitch />
      </Group>
      <Group gap={4} wrap="nowrap">
        <button type="button" className={`${styles.search} mantine-visible-from-sm`} onClick={openCommands}>
          <IconSearch size={16} aria-hidden />
          {say('search.open')}
          <Kbd size="xs" ms="auto">
            {commandKey} K
          </Kbd>
        </button>
        <Tooltip label={say('search.open')}>
          <ActionIcon hiddenFrom="sm" size="lg" onClick={openCommands} aria-label={say('search.open')}>
            <IconSearch size={18} />
          </ActionIcon>
        </Tooltip>
        <StopSending />
        <LanguageSwitch />
        <ThemeSwitch />
        <Help />
      </Group>
    </Group>
  )
}
