import type { FramePart } from '../../../web/env.ts'
import { Local } from '../../../web/lang.tsx'
import { basketPaths } from '../../words/baskets.ts'
import { countOf } from '../actions/holder.ts'
import { holderIn } from '../middleware.ts'
import { basketWords as words } from '../words.ts'

/** How many things are in the basket, in the header of every page. Nobody is asked of a guest who has none. */
export const basketPart: FramePart = async (c) => {
  const count = await countOf(c.var.ctx, holderIn(c))
  return (
    <Local
      as="a"
      class={count > 0 ? 'basket-count' : 'frame-wide'}
      href={basketPaths.basket}
      text={count > 0 ? words.counted(count) : words.basket}
    />
  )
}
