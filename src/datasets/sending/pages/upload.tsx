import { type Context as HonoContext, Hono } from 'hono'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { Problem } from '../../../core/problem.ts'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, received } from '../../../web/forms.tsx'
import { allowStore } from '../../../web/observe.ts'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { filesOf } from '../../../web/multipart.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { storageFor } from '../../storage/actions.ts'
import { NewUploads } from '../../uploads/model.ts'
import { getWritable, uploadsOf } from '../../uploads/actions/read.ts'
import type { VersionKey } from '../../versions/actions.ts'
import { versionWords } from '../../versions/words.ts'
import { datasetPaths } from '../../words/paths.ts'
import { receiveFile } from '../actions.ts'
import { smallestPartBytes } from '../rules/parts.ts'
import { pageWords as words } from '../words.ts'
import { Uploader } from './uploader.tsx'

type C = HonoContext<Env>

export const uploadPath = '/records/:dataset/versions/:number/upload' as const

/** What one form may bring: files of one piece, and not too many. */
const maxFileBytes = smallestPartBytes
const maxFiles = 50
export const mostFormBytes = maxFileBytes * maxFiles
/** Of uploads under way, on the page. */
const mostListed = 50

/** Where files are sent into a draft: by a script that goes on where it was, or by a plain form. */
export const uploadPages = new Hono<Env>()
  .get(uploadPath, (c) => uploadPage(c, c.req.param(), filledWith()))
  .post(uploadPath, async (c) => {
    const key = c.req.param()
    await getDraft(c, key)
    return received(c, {
      work: async (sent) => {
        let count = 0
        for await (const { name, bytes } of filesOf(c, { maxFileBytes, maxFiles, form: sent })) {
          const folder = sent.texts['folder']?.[0]?.trim().replace(/\/+$/, '')
          const file = { name: folder ? `${folder}/${name}` : name, sizeBytes: bytes.length }
          const { name: whole = '' } = parseOrRefuse(NewUploads, file)
          await receiveFile(c.var.ctx, { name: whole, bytes }, key)
          count += 1
        }
        if (count === 0)
          throw new Problem('invalid', words.noFile, {
            issues: [{ path: 'file', message: words.noFile }],
          })
        setFlash(c, words.received(count))
        return c.redirect(datasetPaths.upload(key.dataset, Number(key.number)), 303)
      },
      showAgain: (form) => uploadPage(c, key, form),
    })
  })

async function getDraft(c: C, key: VersionKey) {
  const version = await getWritable(c.var.ctx, key)
  if (version.state !== 'draft') throw new Problem('conflict', versionWords.isPublished)
  return version
}

async function uploadPage(c: C, key: VersionKey, form: Filled) {
  const { ctx, services } = c.var
  const version = await getDraft(c, key)
  const [{ row }, owners, uploads] = await Promise.all([
    getRecord(ctx, version.recordId),
    storageFor(ctx, version.recordId),
    uploadsOf(ctx, { ...key, limit: mostListed }),
  ])
  await allowStore(c)
  const title = { zh: row.titleZh, en: row.titleEn }
  const { recordId, number } = version
  return page(
    c,
    {
      title: words.uploadInto(number),
      crumb: words.upload,
      lead: title,
      crumbs: [
        { text: title, href: paths.record(recordId) },
        { text: versionWords.numbered(number), href: datasetPaths.version(recordId, number) },
      ],
      bundle: 'uploads',
      status: form.status,
    },
    <Uploader
      {...{ version, owners, form, uploads }}
      bounds={{ maxFileBytes, maxFiles }}
      worker={services.assets.uploads.worker}
    />,
  )
}
