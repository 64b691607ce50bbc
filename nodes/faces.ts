import type { NodeFace } from '@relance/sdk/define-face'
import { callTaskFace } from './call-task/call-task.face.tsx'
import { chooseFace } from './choose/choose.face.tsx'
import { endFace } from './end/end.face.tsx'
import { sendEmailFace } from './send-email/send-email.face.tsx'
import { waitFace } from './wait/wait.face.tsx'

/** How kinds look, by kind; runs in the browser only. */
export const faces: ReadonlyMap<string, NodeFace> = new Map(
  [waitFace, sendEmailFace, callTaskFace, chooseFace, endFace].map((face) => [face.kind, face]),
)
