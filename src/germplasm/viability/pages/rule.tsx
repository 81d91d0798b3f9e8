import { type Context as HonoContext, Hono } from 'hono'
import { bothLanguages } from '../../../core/text.ts'
import { getInstitution } from '../../../people/institutions/actions.ts'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { germplasmLinks, germplasmPaths } from '../../words/paths.ts'
import { editRule, getRule } from '../actions/keep.ts'
import { RuleAnswer, ruleForm } from '../model.ts'
import { viabilityWords as words } from '../words.ts'

type C = HonoContext<Env>
const path = '/institutions/:id/testing-rule'

const rule = item({
  path,
  tag: 'viability',
  summary: 'When an institution tests and regenerates its lots; for its curators',
  refuses: [401, 403],
  schema: RuleAnswer,
  read: getRule,
})

const edit = write({
  path,
  method: 'patch',
  tag: 'viability',
  summary: 'Change when an institution tests its lots; what is due is worked out anew',
  refuses: [409],
  form: ruleForm.edit,
  versioned: true,
  answer: rule,
  does: editRule,
  flash: () => words.ruleSaved,
  next: ({ id }) => germplasmPaths.testingRule(id),
  page: rulePage,
})

const own = new Hono<Env>().get(path, (c) => rulePage(c))

/** When an institution tests its lots. */
export const { api: ruleRoutes, pages: rulePages } = surfaces(rule, edit, { pages: own })

async function rulePage(c: C, edited?: Filled) {
  const { ctx } = c.var
  const row = await getRule(ctx, { id: c.req.param('id') ?? '' })
  const { name } = await getInstitution(ctx, row.id)
  // A third is shown with three digits.
  const shareOfPrediction = Number(row.shareOfPrediction.toFixed(3))
  const form = edited ?? filledIn(ruleForm.open({ ...row, shareOfPrediction }))
  const { version } = row
  const action = germplasmPaths.testingRule(row.id)
  return page(
    c,
    {
      title: words.ruleOf(bothLanguages(name)),
      crumb: words.rule,
      lead: words.ruleLead,
      crumbs: [germplasmLinks.viability],
      width: 'reading',
      status: form.status,
    },
    <EntityForm {...{ of: ruleForm, form, action, submit: editWords.save, version }} />,
  )
}
