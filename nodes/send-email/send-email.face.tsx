import { defineFace } from '@relance/sdk/define-face'
import { IconMail } from '@tabler/icons-react'
import { sendEmailNode } from './send-email.node.ts'

export const sendEmailFace = defineFace(sendEmailNode, { icon: IconMail, colour: 'blue' })
