import type { NodeEffect } from '@relance/sdk/define-effect'
import { callTaskEffect } from './call-task/call-task.effect.ts'
import { sendEmailEffect } from './send-email/send-email.effect.ts'

/** What acts do, by kind; runs in the worker only. */
export const effects: ReadonlyMap<string, NodeEffect> = new Map(
  [sendEmailEffect, callTaskEffect].map((effect) => [effect.kind, effect]),
)
