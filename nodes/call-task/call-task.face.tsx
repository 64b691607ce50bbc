import { defineFace } from '@relance/sdk/define-face'
import { IconPhone } from '@tabler/icons-react'
import { callTaskNode } from './call-task.node.ts'

export const callTaskFace = defineFace(callTaskNode, { icon: IconPhone, colour: 'teal' })
