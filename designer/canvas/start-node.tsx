import { IconCircleCheck, IconFileInvoice } from '@tabler/icons-react'
import { Handle, type NodeProps, Position } from '@xyflow/react'
import { memo } from 'react'
import styles from './canvas.module.css'
import type { StartNodeType } from './flow-parts.ts'
import { useStudio } from './studio-context.tsx'

/** Where a course begins: an open invoice, or one that was just paid. */
export const StartNode = memo(function StartNode({ data }: NodeProps<StartNodeType>) {
  const { say, readOnly } = useStudio()
  const paid = data.start === '$paid'
  const Icon = paid ? IconCircleCheck : IconFileInvoice
  return (
    <div className={styles.start} data-paid={paid || undefined} title={say(paid ? 'start.paidHelp' : 'start.openHelp')}>
      <Icon size={16} stroke={1.8} aria-hidden />
      <span>{say(paid ? 'start.paid' : 'start.open')}</span>
      <Handle
        id="next"
        type="source"
        position={Position.Bottom}
        className={data.open && !paid ? styles.openExit : styles.exit}
        isConnectable={!readOnly}
        isConnectableEnd={false}
      />
    </div>
  )
})
