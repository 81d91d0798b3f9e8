import { type Context as HonoContext, Hono } from 'hono'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { Problem } from '../../../core/problem.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { Button } from '../../../web/components/button.tsx'
import type { Env } from '../../../web/env.ts'
import { sentForm } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { inPath } from '../../../web/route-path.ts'
import { acceptTerms, getTakeable, wayToFiles } from '../../access/actions.ts'
import { termsWords as words } from '../../access/words.ts'
import { getVersion, type VersionRow } from '../../versions/actions.ts'
import { downloadWords } from '../words.ts'
import { datasetPaths } from '../../words/paths.ts'

type C = HonoContext<Env>

const door = '/records/:dataset/versions/:number/download'

/**
 * Where every link and button of a page that downloads leads: it asks for what is missing, sign-in or terms, and goes on
 * to what was asked for.
 */
export const downloadPages = new Hono<Env>()
  .get(door, async (c) => {
    const { ctx } = c.var
    const version = await getVersion(ctx, inPath<typeof door>(c))
    const way = await wayToFiles(ctx, version)
    if (way.code === 'terms') return termsPage(c, version)
    await getTakeable(ctx, inPath<typeof door>(c))
    // Said on a page: behind it, a program would be told.
    if (way.damagedFiles && searchOf(c).size === 0)
      throw new Problem('conflict', downloadWords.someDamaged(way.damagedFiles))
    return c.redirect(addressOf(version, searchOf(c)), 303)
  })
  .post('/records/:dataset/versions/:number/acceptance', async (c) => {
    const key = inPath<typeof door>(c)
    const form = await sentForm(c)
    await acceptTerms(c.var.ctx, key)
    const asked = new URLSearchParams(form.value('asked'))
    return c.redirect(datasetPaths.download(key.dataset, Number(key.number), queryOf(asked)), 303)
  })

/** What was asked for, of what may be: one file, a folder, several files, a list. */
function searchOf(c: C): URLSearchParams {
  return new URL(c.req.url).searchParams
}

const asked = ['file', 'files', 'folder', 'list'] as const

/** Only what may be asked for goes on: nothing else that somebody wrote into a form becomes an address. */
function queryOf(search: URLSearchParams): string {
  const kept = new URLSearchParams(
    asked.flatMap((name) => {
      const value = search.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
  return kept.size > 0 ? `?${kept}` : ''
}

function addressOf({ recordId, number }: VersionRow, search: URLSearchParams): string {
  const base = `/api/v1/datasets/${recordId}/versions/${number}`
  const file = search.get('file')
  if (file) return `${base}/files/${encodeURIComponent(file)}/content`
  search.delete('file')
  const isList = search.get('list') === 'urls'
  search.delete('list')
  return `${base}/${isList ? 'urls.txt' : 'archive.zip'}${queryOf(search)}`
}

async function termsPage(c: C, version: VersionRow) {
  const { row } = await getRecord(c.var.ctx, version.recordId)
  const title = eitherOf({ zh: row.titleZh, en: row.titleEn })
  return page(
    c,
    {
      title: words.terms,
      lead: words.lead,
      crumbs: [{ text: title, href: paths.record(row.id) }],
      width: 'reading',
    },
    <>
      <Local as="div" class="record-summary" text={version.terms} />
      <form
        method="post"
        class="stacked-form"
        action={datasetPaths.acceptance(version.recordId, version.number)}
      >
        <input type="hidden" name="asked" value={queryOf(searchOf(c)).slice(1)} />
        <div class="form-actions">
          <Button look="primary" text={words.accept} />
        </div>
      </form>
    </>,
  )
}

function eitherOf({ zh, en }: LocalText): Text {
  const either = zh ?? en ?? ''
  return { zh: zh ?? either, en: en ?? either }
}
