import { Button, ButtonLink } from '../../web/components/button.tsx'
import { Dialog } from '../../web/components/dialog.tsx'
import { Empty } from '../../web/components/empty.tsx'
import { Moment } from '../../web/components/moment.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import { Tabs } from '../../web/components/tabs.tsx'
import { Local, useText } from '../../web/lang.tsx'
import { partWords } from '../../web/words.ts'
import { type JobAnswer, type JobState, jobStates } from '../model.ts'
import { nothingWords, queueWords as words, stateNames, taskName } from '../words.ts'
import { peoplePaths } from '../../people/words/paths.ts'

export const jobsPath = `${peoplePaths.admin}/jobs`

/** The three states as tabs, each with how many jobs it holds. */
export function States({ state, counts }: { state: JobState; counts: Record<JobState, number> }) {
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
export function Jobs({ jobs, state }: { jobs: readonly JobAnswer[]; state: JobState }) {
  const nothing = nothingWords[state]
  if (jobs.length === 0) return <Empty icon="check" title={nothing.title} text={nothing.about} />
  const columns = [jobColumn, triesColumn, whenColumns[state], errorColumn]
  return (
    <Table
      caption={words.list(stateNames[state])}
      captionUnseen
      columns={state === 'running' ? columns : [...columns, actionsColumn]}
      rows={jobs}
      keys
    />
  )
}

const jobColumn: Column<JobAnswer> = {
  key: 'job',
  label: words.job,
  head: true,
  cell: ({ id, task, payload }) => (
    <div class="job">
      <strong>
        <Local text={taskName(task)} />
      </strong>
      <code>
        {id} · {JSON.stringify(payload)}
      </code>
    </div>
  ),
}

const triesColumn: Column<JobAnswer> = {
  key: 'tries',
  label: words.tries,
  nowrap: true,
  cell: ({ attempts, maxAttempts }) => <Local text={words.triesOf(attempts, maxAttempts)} />,
}

const whenColumns: Record<JobState, Column<JobAnswer>> = {
  dead: {
    key: 'when',
    label: words.lastTry,
    nowrap: true,
    cell: ({ runAt }) => <Moment when={runAt} />,
  },
  waiting: {
    key: 'when',
    label: words.runAt,
    nowrap: true,
    cell: ({ runAt }) => <Moment when={runAt} />,
  },
  running: {
    key: 'when',
    label: words.runningSince,
    nowrap: true,
    cell: ({ lockedAt }) => lockedAt && <Moment when={lockedAt} />,
  },
}

const errorColumn: Column<JobAnswer> = {
  key: 'error',
  label: words.lastError,
  cell: ({ lastError }) => <LastError text={lastError} />,
}

/** Its first line, and the rest of it below where there is more. */
function LastError({ text }: { text: string | null }) {
  const t = useText()
  if (text === null) return <span class="quiet">—</span>
  const [first = ''] = text.split('\n')
  if (first === text && text.length < 160) return <span class="job-error">{text}</span>
  return (
    <div class="job-error">
      {first.slice(0, 160)}
      <details>
        <summary>{t(words.wholeError)}</summary>
        <pre>{text}</pre>
      </details>
    </div>
  )
}

const actionsColumn: Column<JobAnswer> = {
  key: 'actions',
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
        <Button dense label={`${t(words.retry)}: ${name} ${job.id}`}>
          {t(words.retry)}
        </Button>
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
          >
            {t(words.discard)}
          </ButtonLink>
        }
      >
        <Removal job={job} />
      </Dialog>
    </div>
  )
}

/** Asks once more before a job is gone. */
export function Removal({ job }: { job: JobAnswer }) {
  const t = useText()
  return (
    <form method="post" action={`${jobsPath}/${job.id}/removal`}>
      <p>{t(words.discardAbout)}</p>
      <p>
        <code>{JSON.stringify(job.payload)}</code>
      </p>
      <div class="form-actions">
        <Button look="danger">{t(words.discard)}</Button>
        <ButtonLink look="quiet" href={jobsPath}>
          {t(partWords.cancel)}
        </ButtonLink>
      </div>
    </form>
  )
}
