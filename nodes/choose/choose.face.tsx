import { defineFace } from '@relance/sdk/define-face'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { chooseNode } from './choose.node.ts'

export const chooseFace = defineFace(chooseNode, { icon: IconArrowsSplit2, colour: 'violet' })
