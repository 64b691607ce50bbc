import { createRegistry } from '@relance/sdk/registry'
import { callTaskNode } from './call-task/call-task.node.ts'
import { chooseNode } from './choose/choose.node.ts'
import { endNode } from './end/end.node.ts'
import { sendEmailNode } from './send-email/send-email.node.ts'
import { waitNode } from './wait/wait.node.ts'

/** The kinds that come with Relance, in palette order; runs in every world. */
export const registry = createRegistry([waitNode, sendEmailNode, callTaskNode, chooseNode, endNode])
