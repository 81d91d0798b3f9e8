import { type Context as HonoContext, Hono } from 'hono'
import { type Document, documentOf, groupsOf, schemasOf } from './api-reference/document.ts'
import { ReferenceGroup, ReferenceIndex, ReferenceSchemas } from './api-reference/pages.tsx'
import { referenceWords as words } from './api-reference/words.ts'
import type { Env } from './env.ts'
import type { Text } from '../core/text.ts'
import { page } from './page.tsx'
import { paths } from './paths.ts'

const api = '/api/v1'
const documentPath = `${api}/openapi.json`

/** The OpenAPI document of these routes, made once, and its pages for people. */
export function openApi(routes: Hono<Env>) {
  let document: Promise<Document> | undefined
  const read = async () => {
    document ??= documentOf(routes)
    const written = await document
    return { written, groups: groupsOf(written) }
  }
  return new Hono<Env>()
    .get('/openapi.json', async (c) => {
      const { written } = await read()
      c.header('cache-control', 'public, max-age=300')
      return c.json(written)
    })
    .get('/docs', async (c) => {
      const { groups } = await read()
      const about = { title: words.title[c.var.ctx.lang], crumbs: [{ text: words.title }] }
      return page(
        c,
        about,
        <ReferenceIndex groups={groups} baseUrl={baseOf(c)} documentPath={documentPath} />,
      )
    })
    .get('/docs/schemas', async (c) => {
      const { groups, written } = await read()
      return page(
        c,
        under(c, words.schemas),
        <ReferenceSchemas groups={groups} schemas={schemasOf(written)} />,
      )
    })
    .get('/docs/:tag', async (c) => {
      const { groups } = await read()
      const group = groups.find(({ tag }) => tag === c.req.param('tag'))
      if (!group) return c.notFound()
      const name = { zh: group.tag, en: group.tag }
      const body = <ReferenceGroup groups={groups} group={group} baseUrl={baseOf(c)} />
      return page(c, under(c, name), body)
    })
}

const baseOf = (c: HonoContext<Env>) => c.var.ctx.baseUrl + api

const under = (c: HonoContext<Env>, text: Text) => {
  const { lang } = c.var.ctx
  return {
    title: `${text[lang]} · ${words.title[lang]}`,
    crumbs: [{ text: words.title, href: paths.apiDocs }, { text }],
  }
}
