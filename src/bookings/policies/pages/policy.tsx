import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { inLang } from '../../../core/text.ts'
import { searchLabs } from '../../../people/labs/actions/labs.ts'
import { PageHead, Section } from '../../../web/components/page-head.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledIn, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { kindNames } from '../../../catalog/records/words/names.ts'
import { type DryRun, dryRunPolicy } from '../actions/dry-run.ts'
import { policyVersions, putPolicy } from '../actions/policy.ts'
import { getBookableAsStaff, type BookableRow } from '../actions/bookable.ts'
import type { Policy } from '../model.ts'
import { typedOf } from '../rules/form.ts'
import { isPreset, presets } from '../rules/presets.ts'
import { instrumentTitle } from '../../../instruments/rules/title.ts'
import { policyPageWords as words } from '../words/presets.ts'
import { PolicyForm } from './policy-form.tsx'
import { policyTyped } from './policy-input.ts'
import { DryRunResult } from './policy-runs.tsx'
import { Versions } from './policy-versions.tsx'
import { RulesInWords } from './rules-in-words.tsx'
import { bookingPaths } from '../../words/paths.ts'

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

type Shown = { instrument: BookableRow; form: Filled; run?: DryRun & { from: number } }

async function policyPage(c: C, { instrument, form, run }: Shown): Promise<Response> {
  const { ctx } = c.var
  const title = instrumentTitle(instrument)
  const versions = await policyVersions(ctx, instrument.id)
  const { items } = await searchLabs(ctx, { institution: instrument.institutionId, limit: 100 })
  const labs = items.map(({ id, name }) => ({ id, name }))
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
        <PolicyForm form={form} labs={labs}>
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
