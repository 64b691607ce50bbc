import { Menu } from '@mantine/core'
import { IconArrowsSplit, IconLink } from '@tabler/icons-react'
import { useStudio } from './studio-context.tsx'
import type { Bundle } from './use-connecting.ts'

/** Which outcomes a line that was just drawn stands for: all that shared the exit, or one of them. */
export function BundleMenu({ bundle, onClose }: { bundle: Bundle; onClose: () => void }) {
  const { say, sayWords } = useStudio()
  const { outcomes, at, choose } = bundle
  const all = outcomes.map(({ port }) => port)
  return (
    <Menu opened onClose={onClose} position="bottom-start" withinPortal trapFocus returnFocus>
      <Menu.Target>
        <span style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say('bundle.title')}</Menu.Label>
        <Menu.Item leftSection={<IconLink size={16} />} onClick={() => choose(all)}>
          {say('bundle.all', { count: all.length })}
        </Menu.Item>
        <Menu.Divider />
        {outcomes.map(({ port, words }) => (
          <Menu.Item key={port} leftSection={<IconArrowsSplit size={16} />} onClick={() => choose([port])}>
            {sayWords(words)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
