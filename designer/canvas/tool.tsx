import { ActionIcon, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CanvasAction } from './canvas-actions.ts'
import { keyLabel, mac } from './key-map.ts'
import { useKeys } from './personal-keys.ts'
import { useStudio } from './studio-context.tsx'

interface ToolProps {
  readonly action: CanvasAction
  /** Else the name of the action. */
  readonly label?: string
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

/** An action as a button that tells its name and its key. */
export function Tool({ action, label, disabled = false, onClick, children }: ToolProps) {
  const { say } = useStudio()
  const hint = useKeyHint(action)
  const name = label ?? say(`keys.${action}`)
  return (
    <Tooltip label={`${name}${hint}`}>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={name} disabled={disabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

/** The key of an action after its name, empty where it has none. */
export function useKeyHint(action: CanvasAction): string {
  const key = useKeys()[action]
  return key === '' ? '' : `  ${keyLabel(key, { mac })}`
}
