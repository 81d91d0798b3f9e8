import { Hono } from 'hono'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { received } from '../../../web/forms.tsx'
import { getRequestRow } from '../../requests/actions/read.ts'
import { requestPage } from '../../requests/pages/request.tsx'
import { requestPaths } from '../../words/paths.ts'
import { type Kind, refuseUnlessWritable, writeMessage } from '../actions/messages.ts'
import { messageIn } from '../routes.ts'
import { conversationWords as words } from '../words.ts'

const writing = (path: 'messages' | 'notes', kind: Kind) =>
  new Hono<Env>().post(`/requests/:id/${path}`, async (c) => {
    const id = c.req.param('id') ?? ''
    await refuseUnlessWritable(c.var.ctx, id, kind)
    return received(c, {
      work: async (sent) => {
        await writeMessage(c.var.ctx, { id, kind, ...(await messageIn(c, sent)) })
        setFlash(c, kind === 'message' ? words.sent : words.noted)
        return c.redirect(`${requestPaths.one(id)}#message`, 303)
      },
      showAgain: (form) => requestPage(c, { id, written: { kind, form } }),
    })
  })

/** Where a request's page sends messages and notes to, and where letters lead who answers one. */
export const conversationPages = new Hono<Env>()
  .route('/', writing('messages', 'message'))
  .route('/', writing('notes', 'note'))
  .get('/requests/:id/reply', async (c) => {
    const { id } = await getRequestRow(c.var.ctx, c.req.param('id'))
    return c.redirect(`${requestPaths.one(id)}#message`, 303)
  })
