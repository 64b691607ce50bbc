import '../theme/all-components.ts'
import { Drawer } from '@mantine/core'
import { useWords } from '../i18n/words.ts'
import { commonWords } from '../words/common.ts'
import { shellWords } from '../words/shell.ts'
import { Rail } from './rail.tsx'

/** Every page, from the bottom of a phone. */
export function MorePages({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useWords(shellWords)
  const sayCommon = useWords(commonWords)
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="auto"
      title={say('rail.label')}
      closeButtonProps={{ 'aria-label': sayCommon('action.close') }}
    >
      <Rail onGo={onClose} />
    </Drawer>
  )
}
