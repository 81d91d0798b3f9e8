import type { Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import type { Text } from '../../../core/text.ts'
import type { Env } from '../../../web/env.ts'
import type { Filled } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { basketPaths } from '../../words/baskets.ts'
import type { CheckoutPart } from '../actions/checkout.ts'
import { basketWords } from '../words.ts'

export type C = HonoContext<Env>

/** A step from the basket to requests. */
export const step = (c: C, title: Text, body: Child, status?: Filled['status']) =>
  page(
    c,
    {
      title,
      crumbs: [{ text: basketWords.basket, href: basketPaths.basket }],
      width: 'reading',
      ...(status && { status }),
    },
    body,
  )

export const titleOf = ({ provider }: Pick<CheckoutPart, 'provider'>) =>
  provider.collection?.title ?? provider.institution.name
