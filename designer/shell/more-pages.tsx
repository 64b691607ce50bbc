import '../theme/all-components.ts'
import { useWords } from '../i18n/words.ts'
import { SidePanel } from '../ui/side-panel.tsx'
import { shellWords } from '../words/shell.ts'
import { Rail } from './rail.tsx'

/** Every page, from the bottom of a phone. */
export function MorePages({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useWords(shellWords)
  return (
    <SidePanel opened={opened} onClose={onClose} position="bottom" size={560} title={say('rail.label')}>
      <Rail onGo={onClose} />
    </SidePanel>
  )
}
