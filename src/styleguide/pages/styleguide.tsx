import { Hono } from 'hono'
import type { Env } from '../../web/env.ts'
import { page } from '../../web/page.tsx'
import { landscapeSvg, landscapes } from './landscape.ts'
import { Foundations } from './foundations.tsx'
import { FormParts } from './form-parts.tsx'
import { ListParts } from './list-parts.tsx'
import { MessageParts } from './message-parts.tsx'
import { RecordParts } from './record-parts.tsx'
import { paths } from '../../web/paths.ts'
import { frameWords } from '../../web/words.ts'

/** Every part of the house with realistic content: looked at whenever one of them changes. Demo mode only. */
export const styleguidePages = new Hono<Env>()
  .use('/styleguide/*', async (c, next) => (c.var.services.demo ? next() : c.notFound()))
  .get('/styleguide/pictures/:name', (c) => {
    const name = landscapes.find((each) => each === c.req.param('name'))
    if (!name) return c.notFound()
    c.header('cache-control', 'public, max-age=3600')
    return c.body(landscapeSvg(name), 200, { 'content-type': 'image/svg+xml' })
  })
  .get(paths.styleguide, (c) => {
    const title = frameWords.styleguide
    const options = { title: title[c.var.ctx.lang], crumbs: [{ text: title }] }
    return page(
      c,
      options,
      <>
        <Foundations />
        <ListParts />
        <RecordParts />
        <FormParts />
        <MessageParts />
      </>,
    )
  })
