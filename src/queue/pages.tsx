import { adminLink } from '../core/navigation.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { type LocalText } from '../core/text.ts'
import { Button, ButtonLink, Dialog } from '../web/components/button.tsx'
import { Empty } from '../web/components/messages.tsx'
import { Moment } from '../web/components/values.tsx'
import { Pager, Tabs } from '../web/components/navigation.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Env } from '../web/env.ts'
import { setFlash } from '../web/flash.ts'
import { Local, useText } from '../web/lang.tsx'
import { page } from '../web/page.tsx'
import { parsed } from '../web/validate.ts'
import { partWords } from '../web/words.ts'
import { discardJob, getJob, jobsInQueue, retryJob } from './actions.ts'
import { type JobAnswer, type JobState, jobStates } from './model.ts'
import { nothingWords, queueWords as words, stateNames, taskName } from './words.ts'

const jobsPath = `${adminLink.href}/jobs`
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
    return page(
      c,
      { title: words.jobs, lead: words.jobsAbout, crumbs: [adminLink] },
      <>
        <States state={state} counts={counts} />
        <Jobs jobs={items} state={state} />
        <Pager order="time" url={c.req.url} next={next} />
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
  const crumbs = [adminLink, { text: words.jobs, href: jobsPath }]
  return page(c, { title, crumb: words.discard, crumbs, width: 'reading' }, <Removal job={job} />)
}

/** The three states as tabs, each with how many jobs it holds. */
function States({ state, counts }: { state: JobState; counts: Record<JobState, number> }) {
  const t = useText()
  const tabs = jobStates.map((name) => ({
    text: stateNames[name],
    href: `${jobsPath}?state=${name}`,
    current: name === state,
    count: counts[name],
  }))
  return <Tabs label={t(words.states)} tabs={tabs} />
}

/** Jobs of one state, each with what may be done about it. */
function Jobs({ jobs, state }: { jobs: readonly JobAnswer[]; state: JobState }) {
  const nothing = nothingWords[state]
  if (jobs.length === 0) return <Empty icon="check" title={nothing.title} text={nothing.about} />
  const columns = [jobColumn, triesColumn, whenColumns[state], errorColumn]
  return (
    <Table
      caption={words.list(stateNames[state])}
      columns={state === 'running' ? columns : [...columns, actionsColumn]}
      rows={jobs}
      keys
    />
  )
}

const jobColumn: Column<JobAnswer> = {
  label: words.job,
  cell: ({ id, task, payload }) => (
    <div class="job">
      <Local as="strong" text={taskName(task)} />
      <code>
        {id} · {JSON.stringify(payload)}
      </code>
    </div>
  ),
}

const triesColumn: Column<JobAnswer> = {
  label: words.tries,
  nowrap: true,
  cell: ({ attempts, maxAttempts }) => <Local text={words.triesOf(attempts, maxAttempts)} />,
}

const whenColumn = (
  label: LocalText,
  when: (job: JobAnswer) => JobAnswer['lockedAt'],
): Column<JobAnswer> => ({
  label,
  nowrap: true,
  cell: (job) => {
    const at = when(job)
    return at && <Moment when={at} />
  },
})

const whenColumns: Record<JobState, Column<JobAnswer>> = {
  dead: whenColumn(words.lastTry, ({ runAt }) => runAt),
  waiting: whenColumn(words.runAt, ({ runAt }) => runAt),
  running: whenColumn(words.runningSince, ({ lockedAt }) => lockedAt),
}

const errorColumn: Column<JobAnswer> = {
  label: words.lastError,
  cell: ({ lastError }) => <LastError text={lastError} />,
}

/** Its first line, and the rest of it below where there is more. */
function LastError({ text }: { text: string | null }) {
  if (text === null) return <span class="quiet">—</span>
  const [first = ''] = text.split('\n')
  if (first === text && text.length < 160) return <span class="job-error">{text}</span>
  return (
    <div class="job-error">
      {first.slice(0, 160)}
      <details>
        <Local as="summary" text={words.wholeError} />
        <pre>{text}</pre>
      </details>
    </div>
  )
}

const actionsColumn: Column<JobAnswer> = {
  label: words.actions,
  align: 'end',
  nowrap: true,
  cell: (job) => <Decide job={job} />,
}

function Decide({ job }: { job: JobAnswer }) {
  const t = useText()
  const dialog = `discard-${job.id}`
  const name = t(taskName(job.task))
  return (
    <div class="job-actions">
      <form method="post" action={`${jobsPath}/${job.id}/retry`}>
        <Button dense label={`${t(words.retry)}: ${name} ${job.id}`} text={words.retry} />
      </form>
      <Dialog
        id={dialog}
        title={words.discardOf(taskName(job.task))}
        opener={
          <ButtonLink
            dense
            look="quiet"
            href={`${jobsPath}/${job.id}/removal`}
            opens={dialog}
            label={`${t(words.discard)}: ${name} ${job.id}`}
            text={words.discard}
          />
        }
      >
        <Removal job={job} />
      </Dialog>
    </div>
  )
}

/** Asks once more before a job is gone. */
function Removal({ job }: { job: JobAnswer }) {
  return (
    <form method="post" action={`${jobsPath}/${job.id}/removal`}>
      <Local as="p" text={words.discardAbout} />
      <p>
        <code>{JSON.stringify(job.payload)}</code>
      </p>
      <div class="form-actions">
        <Button look="danger" text={words.discard} />
        <ButtonLink look="quiet" href={jobsPath} text={partWords.cancel} />
      </div>
    </form>
  )
}
