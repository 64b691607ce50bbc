import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../i18n/words.ts'
import { commonWords } from '../words/common.ts'
import { Empty } from './notice.tsx'
import type { ListAddress } from './use-list-address.ts'

/** A list without a row: its filters leave nothing, or nothing was imported yet. */
export function EmptyList({
  address,
  icon,
  words,
}: {
  address: ListAddress
  icon: ReactNode
  words: { readonly title: string; readonly help: string; readonly action: string }
}) {
  const say = useWords(commonWords)
  if (address.filtered) {
    return (
      <Empty icon={icon} title={say('table.none')} help={say('table.none-help')}>
        <Button variant="default" onClick={address.clear}>
          {say('action.clear')}
        </Button>
      </Empty>
    )
  }
  return (
    <Empty icon={icon} title={words.title} help={words.help}>
      <Button component={Link} to="/import">
        {words.action}
      </Button>
    </Empty>
  )
}
