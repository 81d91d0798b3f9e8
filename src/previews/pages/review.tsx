import { type Context as HonoContext, Hono } from 'hono'
import { Problem } from '../../core/problem.ts'
import { baseName } from '../../datasets/files/rules.ts'
import { openLink } from '../../datasets/reviewers/actions.ts'
import { reviewWords } from '../../datasets/reviewers/words.ts'
import { datasetPaths } from '../../datasets/words/paths.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { FieldList } from '../../web/components/values.tsx'
import type { Env } from '../../web/env.ts'
import { bytesText } from '../../web/format.ts'
import { Local } from '../../web/lang.tsx'
import { answerObject } from '../../web/object-answer.ts'
import { page } from '../../web/page.tsx'
import { inPath } from '../../web/route-path.ts'
import { writable } from '../../web/session.ts'
import { demandPreview, getPicture, getPreview } from '../actions.ts'
import { withoutAuthors } from '../rules.ts'
import { previewWords as words } from '../words.ts'
import { Shown } from './file.tsx'

const path = '/review/:secret/files/:id/preview'

/** What files show to reviewers, who come by their link. How such answers are kept is said where the link's page is. */
export const reviewedFiles = new Hono<Env>()
  .get(path, async (c) => reviewedFile(c))
  .get(`${path}/picture`, async (c) => {
    const { secret, id } = inPath<typeof path>(c)
    const { as, key } = await openLink(c.var.ctx, secret)
    const wish = {
      key: await getPicture(as, { ...key, id }, 'large'),
      cacheControl: 'private, no-cache',
    }
    const answer = await answerObject(c.req.raw, as.objects, wish)
    if (!answer) throw new Problem('not-found', words.noPicture)
    return answer
  })

async function reviewedFile(c: HonoContext<Env>) {
  const { secret, id } = inPath<typeof path>(c)
  const { as, key, title, hidesAuthors } = await openLink(c.var.ctx, secret)
  const made = await getPreview(as, { ...key, id })
  if (made.state === 'waiting') await demandPreview({ ...as, db: writable(c).db }, made.file)
  const { name, sizeBytes, contentType } = made.file
  const facts = made.facts && hidesAuthors ? withoutAuthors(made.facts) : made.facts
  const [link, own] = [datasetPaths.review(secret), datasetPaths.reviewedFile(secret, id)]
  return page(
    c,
    {
      title: { zh: baseName(name), en: baseName(name) },
      crumbs: [
        { text: reviewWords.forReview, href: link },
        { text: title, href: link },
      ],
      actions: <ButtonLink look="primary" icon="download" href={own} text={words.download} />,
    },
    <>
      <FieldList
        fields={[
          { label: words.size, value: <Local text={bytesText(sizeBytes)} /> },
          { label: words.type, value: <code>{contentType}</code> },
        ]}
      />
      <Section title={words.preview}>
        <Shown preview={{ ...made, facts }} picture={`${own}/preview/picture`} />
      </Section>
    </>,
  )
}
