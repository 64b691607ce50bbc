import { Button, Menu } from '@mantine/core'
import { IconCheck, IconSelector } from '@tabler/icons-react'
import { useEntity } from '../client/entity.ts'
import { useWords } from '../i18n/words.ts'
import { shellWords } from '../words/shell.ts'

/** Which legal entity the pages show. Absent where there is only one. */
export function EntitySwitch() {
  const say = useWords(shellWords)
  const { entities, current, select } = useEntity()
  if (entities.length < 2) return null
  const options = [{ code: '', name: say('entity.all') }, ...entities]
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          h={32}
          c="inherit"
          rightSection={<IconSelector size={14} aria-hidden />}
          aria-label={`${say('entity.label')} : ${current?.name ?? say('entity.all')}`}
          styles={{ root: { minWidth: 0 } }}
        >
          {current?.name ?? say('entity.all')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(({ code, name }) => (
          <Menu.Item
            key={code}
            onClick={() => select(code)}
            rightSection={code === (current?.code ?? '') ? <IconCheck size={14} /> : null}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
