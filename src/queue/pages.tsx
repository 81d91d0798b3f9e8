import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { inLang } from '../core/text.ts'
import { PageHead } from '../web/components/page-head.tsx'
import { Pager } from '../web/components/pager.tsx'
import type { Env } from '../web/env.ts'
import { setFlash } from '../web/flash.ts'
import { page } from '../web/page.tsx'
import { withQuery } from '../web/paths.ts'
import { parsed } from '../web/validate.ts'
import { discardJob, getJob, jobsInQueue, retryJob } from './actions.ts'
import { jobStates } from './model.ts'
import { Jobs, jobsPath, Removal, States } from './pages/jobs.tsx'
import { queueWords as words, taskName } from './words.ts'
import { peopleLinks, peoplePaths } from '../people/words/paths.ts'

const limit = 50

const JobsQuery = z.object({
  state: z.enum(jobStates).catch('dead'),
  after: z.string().max(500).optional(),
})

/** The queue for administrators: what waits, what runs, and what was given up, to be tried again or discarded. */
export const queuePages = new Hono<Env>()
  .get(jobsPath, parsed('query', JobsQuery), async (c) => {
    const { ctx } = c.var
    const { state, after } = c.req.valid('query')
    const { items, next, counts } = await jobsInQueue(ctx, { state, limit, after })
    const crumbs = [{ text: peopleLinks.admin.text, href: peoplePaths.admin }, { text: words.jobs }]
    return page(
      c,
      { title: words.jobs[ctx.lang], crumbs },
      <>
        <PageHead title={words.jobs} lead={words.jobsAbout} />
        <States state={state} counts={counts} />
        <Jobs jobs={items} state={state} />
        <Pager
          order="time"
          first={after === undefined ? undefined : withQuery(c.req.url, { after: null })}
          next={next ? withQuery(c.req.url, { after: next }) : undefined}
        />
      </>,
    )
  })
  .post(`${jobsPath}/:id/retry`, async (c) => {
    const job = await retryJob(c.var.ctx, c.req.param('id'))
    setFlash(c, words.retried(taskName(job.task)))
    return c.redirect(jobsPath, 303)
  })
  .get(`${jobsPath}/:id/removal`, async (c) => removalPage(c, c.req.param('id')))
  .post(`${jobsPath}/:id/removal`, async (c) => {
    const job = await discardJob(c.var.ctx, c.req.param('id'))
    setFlash(c, words.discarded(taskName(job.task)))
    return c.redirect(jobsPath, 303)
  })

/** Asks once more where there is no script to ask in place. */
async function removalPage(c: HonoContext<Env>, id: string) {
  const { ctx } = c.var
  const job = await getJob(ctx, id)
  const title = words.discardOf(taskName(job.task))
  const crumbs = [
    { text: peopleLinks.admin.text, href: peoplePaths.admin },
    { text: words.jobs, href: jobsPath },
    { text: words.discard },
  ]
  return page(
    c,
    { title: inLang(title, ctx.lang), crumbs, width: 'reading' },
    <>
      <PageHead title={title} />
      <Removal job={job} />
    </>,
  )
}
