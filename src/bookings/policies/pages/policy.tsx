import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import {
  type BookableRow,
  type DryRun,
  dryRunPolicy,
  getBookableAsStaff,
  policyVersions,
  putPolicy,
} from '../actions.ts'
import type { Policy } from '../model.ts'
import { PolicyForm } from './form.tsx'
import { doubtsTyped, policyTyped } from './input.ts'
import { DryRunResult } from './trial.tsx'
import { typedOf } from '../rules/form.ts'
import { isPreset, presets } from '../rules/presets.ts'
import { policyInWords } from '../rules/sentences.ts'
import { policyPageWords as words } from '../words/policy.ts'
import { inWords } from '../words/sentences.ts'
import { bookingPaths } from '../../words/paths.ts'
import { kindNames } from '../../../catalog/records/words.ts'
import type { Context } from '../../../core/context.ts'
import { type Issue, Problem } from '../../../core/problem.ts'
import { inLang } from '../../../core/text.ts'
import { instrumentTitle } from '../../../instruments/rules/title.ts'
import { searchLabs } from '../../../people/labs/actions.ts'
import { errorAt } from '../../../web/components/messages.tsx'
import { Moment } from '../../../web/components/values.tsx'
import { PageHead, Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledIn, submitted } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { partWords } from '../../../web/words.ts'

type C = HonoContext<Env>
const path = '/instruments/:id/policy' as const

/** Where staff write the rules of an instrument. */
export const policyPages = new Hono<Env>()
  .get(path, async (c) => {
    const instrument = await getBookableAsStaff(c.var.ctx, c.req.param('id'))
    const versions = await policyVersions(c.var.ctx, instrument.id)
    const asked = versions.find(({ version }) => String(version) === c.req.query('version'))
    const form = formOf(asked?.rules ?? instrument.policy, instrument.policyVersion)
    return policyPage(c, { instrument, form })
  })
  .post(path, async (c) => {
    const instrument = await getBookableAsStaff(c.var.ctx, c.req.param('id'))
    return submitted(
      c,
      (form) => answerForm(c, instrument, form),
      (form) => policyPage(c, { instrument, form: newest(form, instrument) }),
    )
  })

/** What came too late is shown with the version that came before it: sent again, it follows that one. */
const newest = (form: Filled, { policyVersion }: BookableRow): Filled =>
  form.status === 412
    ? { ...form, value: (name) => (name === 'version' ? String(policyVersion) : form.value(name)) }
    : form

const formOf = (policy: Policy, version: number | string): Filled =>
  filledIn({ ...typedOf(policy), version: [String(version)] })

const Months = z.object({ months: z.coerce.number().int().min(1).max(24) })
const Note = z.object({ note: z.string().trim().max(500) })

async function answerForm(c: C, instrument: BookableRow, form: Filled): Promise<Response> {
  const { ctx } = c.var
  const use = form.value('use')
  if (use === 'preset') {
    const name = form.value('preset')
    const chosen = isPreset(name) ? presets[name] : instrument.policy
    return policyPage(c, { instrument, form: formOf(chosen, form.value('version')) })
  }
  if (use === 'rows') return policyPage(c, { instrument, form })
  if (use === 'live') return c.json(await liveAnswer(ctx, instrument, form))
  const rules = policyTyped(form)
  const [word, from = '0'] = use.split(' ')
  if (word === 'dry-run') {
    const { months } = parseOrRefuse(Months, { months: form.value('months') })
    const run = await dryRunPolicy(ctx, instrument.id, { policy: rules, months })
    return policyPage(c, { instrument, form, run: { ...run, from: Number(from) || 0 } })
  }
  const { note } = parseOrRefuse(Note, { note: form.value('note') })
  const { version } = await putPolicy(ctx, instrument.id, {
    rules,
    note,
    expected: Number(form.value('version')),
  })
  setFlash(c, words.saved(version))
  return c.redirect(bookingPaths.policy(instrument.id), 303)
}

/** What the island shows while rules are typed: what they would refuse, and what is wrong or doubtful about each field. */
async function liveAnswer(ctx: Context, instrument: BookableRow, form: Filled) {
  const noted = (tone: string, issues: readonly Issue[]) =>
    issues.map((one) => ({ name: one.path, tone, text: inLang(one.message, ctx.lang) }))
  try {
    const { months } = parseOrRefuse(Months, { months: form.value('months') || '6' })
    const run = await dryRunPolicy(ctx, instrument.id, { policy: policyTyped(form), months })
    return {
      tone: run.newlyRefused > 0 ? 'caution' : 'good',
      text: inLang(words.tried(run.newlyRefused, run.bookings), ctx.lang),
      notes: noted('caution', doubtsTyped(form)),
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const issues = error.facts.issues ?? []
    const text = issues.length > 0 ? partWords.fieldsToCorrect(issues.length) : error.detail
    return { tone: 'danger', text: inLang(text, ctx.lang), notes: noted('danger', issues) }
  }
}

type PolicyView = { instrument: BookableRow; form: Filled; run?: DryRun & { from: number } }

async function policyPage(c: C, { instrument, form, run }: PolicyView): Promise<Response> {
  const { ctx } = c.var
  const title = instrumentTitle(instrument)
  const versions = await policyVersions(ctx, instrument.id)
  const { items } = await searchLabs(ctx, { institution: instrument.institutionId, limit: 1000 })
  const labs = items.map(({ id, name }) => ({ id, name }))
  const doubts = doubtsTyped(form)
  const doubted = { ...form, doubt: (name: string) => errorAt(doubts, name) }
  return page(
    c,
    {
      title: `${inLang(words.title, ctx.lang)} · ${inLang(title, ctx.lang)}`,
      crumbs: [
        { text: kindNames.instrument, href: paths.kind('instrument') },
        { text: title, href: paths.record(instrument.id) },
        { text: words.title },
      ],
      status: form.status,
      head: <meta name="robots" content="noindex, nofollow" />,
    },
    <>
      <PageHead title={words.title} lead={words.lead} />
      <div class="policy-page">
        <PolicyForm form={doubted} labs={labs}>
          {run && <DryRunResult run={run} zone={instrument.zone} from={run.from} />}
        </PolicyForm>
        <div>
          <Section title={words.inWords}>
            <RulesInWords policy={instrument.policy} />
          </Section>
          <Versions id={instrument.id} versions={versions} />
        </div>
      </div>
    </>,
  )
}

type Version = Awaited<ReturnType<typeof policyVersions>>[number]

/** Every version, the one in force first, and in words what it changed. */
export function Versions({ id, versions }: { id: string; versions: readonly Version[] }) {
  return (
    versions.length > 0 && (
      <Section title={words.versions}>
        <ol class="policy-versions">
          {versions.map((one, at) => (
            <li>
              <p>
                <Local as="strong" text={words.version(one.version)} />{' '}
                <Moment when={one.createdAt} /> {one.createdBy}{' '}
                <Local
                  as="a"
                  href={withQuery(bookingPaths.policy(id), { version: String(one.version) })}
                  text={words.useVersion}
                />
              </p>
              {one.note && <p class="quiet">{one.note}</p>}
              <Differences now={one.rules} before={versions[at + 1]?.rules ?? {}} />
            </li>
          ))}
        </ol>
      </Section>
    )
  )
}

const sentencesOf = (policy: Policy) => policyInWords(policy).flatMap(({ sentences }) => sentences)

function Differences({ now, before }: { now: Policy; before: Policy }) {
  const [after, earlier] = [sentencesOf(now), sentencesOf(before)]
  const added = after.filter(({ zh }) => !earlier.some((one) => one.zh === zh))
  const removed = earlier.filter(({ zh }) => !after.some((one) => one.zh === zh))
  if (added.length + removed.length === 0)
    return <Local as="p" class="quiet" text={words.sameRules} />
  return (
    <ul class="policy-changes">
      {added.map((sentence) => (
        <li>
          <ins>
            <Local as="span" class="unseen" text={words.added} />
            <Local text={sentence} />
          </ins>
        </li>
      ))}
      {removed.map((sentence) => (
        <li>
          <del>
            <Local as="span" class="unseen" text={words.removed} />
            <Local text={sentence} />
          </del>
        </li>
      ))}
    </ul>
  )
}

/** What limits a booking, as sentences under their headings. */
export function RulesInWords({ policy }: { policy: Policy }) {
  const groups = policyInWords(policy)
  if (groups.length === 0) return <Local as="p" class="quiet" text={inWords.none} />
  return (
    <dl class="rules-in-words">
      {groups.map(({ key, sentences }) => (
        <div>
          <Local as="dt" text={inWords.groups[key]} />
          <dd>
            {sentences.map((sentence) => (
              <Local as="p" text={sentence} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
