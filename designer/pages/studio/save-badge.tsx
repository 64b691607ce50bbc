import { Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { IconAlertTriangle, IconCheck, IconCloudOff, IconCloudUpload } from '@tabler/icons-react'
import { useStudio, useStudioState } from '../../canvas/studio-context.tsx'
import { isUnsaved, type SaveState } from '../../document/studio-store.ts'
import styles from '../../panels/panels.module.css'
import { useFormat } from '../../ui/use-format.ts'

const icons: Readonly<Record<SaveState | 'pending', Icon>> = {
  saved: IconCheck,
  pending: IconCloudUpload,
  saving: IconCloudUpload,
  offline: IconCloudOff,
  failed: IconAlertTriangle,
  conflict: IconAlertTriangle,
  refused: IconAlertTriangle,
}

/** Whether what is drawn is kept: not the same as published. */
export function SaveBadge() {
  const { say } = useStudio()
  const format = useFormat()
  const state = useStudioState(({ save }) => save.state)
  const at = useStudioState(({ save }) => save.at)
  const unsaved = useStudioState(isUnsaved)
  const shown = state === 'saved' && unsaved ? 'pending' : state
  const Icon = icons[shown]
  return (
    <Tooltip label={at === null ? say('save.never') : say('save.at', { at: format.instant(at) })}>
      <span className={styles.state} data-state={shown} role="status">
        <Icon size={14} stroke={1.9} aria-hidden />
        {say(`save.${shown}`)}
      </span>
    </Tooltip>
  )
}
