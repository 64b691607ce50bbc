import { defineFace } from '@relance/sdk/define-face'
import { IconHourglassHigh } from '@tabler/icons-react'
import { waitNode } from './wait.node.ts'

export const waitFace = defineFace(waitNode, { icon: IconHourglassHigh, colour: 'gray' })
