import { defineEffect, later } from '@relance/sdk/define-effect'
import { callTaskNode } from './call-task.node.ts'

/** The person who calls answers with one of the node's outcomes. */
export const callTaskEffect = defineEffect(callTaskNode, async ({ settings, node, tasks }) => {
  const { script, assignee, role, level, priority } = settings
  const title = node.label === '' ? callTaskNode.words.sentence(settings).fr : node.label
  await tasks.open({ title, script, assignee, role, level, priority })
  return later
})
