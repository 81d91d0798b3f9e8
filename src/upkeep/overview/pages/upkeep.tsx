import { type Context as HonoContext, Hono } from 'hono'
import { getInstrumentAsStaff } from '../../../instruments/actions.ts'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, submitted } from '../../../web/forms.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { outageSection } from '../../outages/pages.tsx'
import { completionSection } from '../../completions/pages.tsx'
import { endedPlanSection, planSection } from '../../plans/pages.tsx'
import { problemsOf, resolveProblem } from '../../problems/actions.ts'
import { Resolution } from '../../problems/model.ts'
import { ProblemSection } from '../../problems/pages.tsx'
import { qualificationSection } from '../../qualifications/pages.tsx'
import { trainingSection } from '../../trainings/pages.tsx'
import { upkeepPaths } from '../../words/paths.ts'
import { keepingPage } from './frame.tsx'
import { pageWords as words } from '../words.ts'

const path = '/instruments/:id/upkeep' as const

/** Of one instrument, for its staff: outages, problems and plans; who may use it, and its trainings. */
export const upkeepPages = new Hono<Env>()
  .get('/instruments/:id/qualifications', async (c) => {
    const instrument = await getInstrumentAsStaff(c.var.ctx, c.req.param('id'))
    return keepingPage(
      c,
      { instrument, at: 'qualifications' },
      <>
        {await qualificationSection(c, instrument)}
        {await trainingSection(c, instrument)}
      </>,
    )
  })
  .get(path, (c) => upkeepPage(c))
  .post(`${path}/problems/:problem/resolution`, (c) =>
    submitted(
      c,
      async (form) => {
        const instrumentId = c.req.param('id')
        const input = parseOrRefuse(Resolution, {
          resolution: form.value('resolution'),
          keepOutage: form.value('keepOutage') === 'true',
        })
        await resolveProblem(c.var.ctx, { instrumentId, id: c.req.param('problem') }, input)
        setFlash(c, words.resolved)
        return c.redirect(upkeepPaths.upkeep(instrumentId), 303)
      },
      (form) => upkeepPage(c, form),
    ),
  )

async function upkeepPage(c: HonoContext<Env>, form?: Filled) {
  const { ctx } = c.var
  const instrument = await getInstrumentAsStaff(ctx, c.req.param('id') ?? '')
  const { problems } = await problemsOf(ctx, instrument.id, { limit: 200 })
  const common = { base: upkeepPaths.upkeep(instrument.id), zone: instrument.zone }
  return keepingPage(
    c,
    { instrument, at: 'upkeep', status: form?.status ?? 200 },
    <>
      <ProblemSection {...common} problems={problems.items} form={form} />
      {await outageSection(c, instrument)}
      {await planSection(c, instrument)}
      {await completionSection(c, instrument)}
      {await endedPlanSection(c, instrument)}
    </>,
  )
}
