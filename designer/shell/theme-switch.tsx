import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useWords } from '../i18n/words.ts'
import { shellWords } from '../words/shell.ts'

const schemes = [
  { scheme: 'light', icon: IconSun },
  { scheme: 'dark', icon: IconMoon },
  { scheme: 'auto', icon: IconDeviceDesktop },
] as const

export function ThemeSwitch() {
  const say = useWords(shellWords)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { icon: Current } = schemes.find(({ scheme }) => scheme === colorScheme) ?? schemes[2]
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size="lg" aria-label={`${say('theme.label')} : ${say(`theme.${colorScheme}`)}`}>
          <Current size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ scheme, icon: Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} />}
            rightSection={scheme === colorScheme ? <IconCheck size={14} /> : null}
            onClick={() => setColorScheme(scheme)}
          >
            {say(`theme.${scheme}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
