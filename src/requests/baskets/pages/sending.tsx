import type { Context } from '../../../core/context.ts'
import { isId } from '../../../core/shapes.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, Refused } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { askedOfRequester, OpenFields } from '../../forms/pages/answers.tsx'
import { getRequest } from '../../requests/actions/read.ts'
import { amountIn } from '../../requests/rules/units.ts'
import { submitRequest } from '../../requests/actions/steps.ts'
import { basketPaths } from '../../words/baskets.ts'
import { requestPaths } from '../../words/paths.ts'
import { checkoutWords as words } from '../words.ts'
import { type C, step } from './step.tsx'

/** Sends one after the other: where one is refused, those before it are sent. */
export async function sendAll(c: C, form: Filled) {
  const ids = form.values('request')
  for (const id of ids)
    // oxlint-disable-next-line no-await-in-loop -- in order
    await submitRequest(c.var.ctx, { id, version: undefined })
  setFlash(c, words.sent(ids.length))
  return c.redirect(requestPaths.requests, 303)
}

export async function sendingPage(c: C, form?: Filled) {
  const { ctx } = c.var
  const named = form?.values('request') ?? (c.req.query('requests') ?? '').split(',')
  const ids = [...new Set(named.filter(isId).slice(0, 200))]
  const requests = await Promise.all(ids.map(async (id) => requestToSend(ctx, id)))
  const drafts = requests.filter(({ state }) => state === 'draft')
  return step(
    c,
    words.send,
    <>
      <Refused form={form} />
      {requests.length === 0 ? (
        <Empty icon="info" title={words.nothingToSend}>
          <ButtonLink href={requestPaths.requests} text={words.allRequests} />
        </Empty>
      ) : (
        <Local as="p" class="quiet" text={words.sendLead} />
      )}
      {requests.map((request) => (
        <RequestToSend {...request} />
      ))}
      {drafts.length > 0 && (
        <form class="checkout-send" method="post" action={basketPaths.sending}>
          {drafts.map(({ id }) => (
            <input type="hidden" name="request" value={id} />
          ))}
          <Button look="primary" text={words.sendAll(drafts.length)} />
        </form>
      )}
    </>,
    form?.status,
  )
}

async function requestToSend(ctx: Context, id: string) {
  const request = await getRequest(ctx, { id })
  return { ...request, asks: await askedOfRequester(ctx, request) }
}

/** One of them, with what its provider's form still asks. */
function RequestToSend({
  id,
  number,
  provider,
  collection,
  items,
  asks,
}: Awaited<ReturnType<typeof requestToSend>>) {
  return (
    <Section
      title={collection?.title ?? provider.name}
      more={{ text: { zh: number, en: number }, href: requestPaths.one(id) }}
    >
      <ul class="plain-list checkout-list">
        {items.map((item) => (
          <li>
            <Local text={item.record.title} />
            {item.targetName && <Local as="span" class="quiet" text={item.targetName} />}
            {item.unit !== null && item.quantity !== null && (
              <Local as="span" class="quiet" text={amountIn(item.unit, item.quantity)} />
            )}
          </li>
        ))}
      </ul>
      {asks && asks.length > 0 && <OpenFields id={id} open={asks} />}
    </Section>
  )
}
