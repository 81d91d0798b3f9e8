import { Hono } from 'hono'
import { maxDocumentBytes } from '../../../files/documents/model.ts'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { uploaded } from '../../../web/forms.tsx'
import { requestPage } from '../../requests/pages/request.tsx'
import { requestPaths } from '../../words/paths.ts'
import { addPermit, refuseUnlessAddable, removePermit } from '../actions/permits.ts'
import { permitIn } from '../routes.ts'
import { certificateWords as words } from '../words.ts'

/** Where a request's page sends permits to. */
export const certificatePages = new Hono<Env>()
  .post('/requests/:id/permits', async (c) => {
    const id = c.req.param('id')
    await refuseUnlessAddable(c.var.ctx, id)
    return uploaded(c, {
      maxFileBytes: maxDocumentBytes,
      work: async (sent) => {
        const added = permitIn(sent)
        await addPermit(c.var.ctx, id, added)
        setFlash(c, words.added(added.permit.number))
        return c.redirect(`${requestPaths.one(id)}#permits`, 303)
      },
      showAgain: (permitForm) => requestPage(c, { id, permitForm }),
    })
  })
  .post('/requests/:id/permits/:permit/removal', async (c) => {
    const { number, requestId } = await removePermit(c.var.ctx, c.req.param('permit'))
    setFlash(c, words.removed(number))
    return c.redirect(`${requestPaths.one(requestId)}#permits`, 303)
  })
