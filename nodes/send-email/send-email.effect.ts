import { defineEffect, later } from '@relance/sdk/define-effect'
import { sendEmailNode } from './send-email.node.ts'

/** The desk answers `sent` or `cancelled` when the message has left or will not. */
export const sendEmailEffect = defineEffect(sendEmailNode, async ({ settings, desk }) => {
  const { template, role, level, confirmation } = settings
  await desk.request({
    medium: 'email',
    role,
    template,
    level,
    ...(confirmation === 'scenario' ? {} : { confirmation }),
  })
  return later
})
