import { defineFace } from '@relance/sdk/define-face'
import { IconFlag } from '@tabler/icons-react'
import { endNode } from './end.node.ts'

export const endFace = defineFace(endNode, { icon: IconFlag, colour: 'gray' })
