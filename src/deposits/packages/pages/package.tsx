import { type Context as HonoContext, Hono } from 'hono'
import type { RecordStep } from '../../../catalog/records/actions/edit.ts'
import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import type { Context } from '../../../core/context.ts'
import type { Typed } from '../../../core/form.ts'
import { signedIn } from '../../../core/permission.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Pager, Section } from '../../../web/components/navigation.tsx'
import { Table } from '../../../web/components/table.tsx'
import { Day } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { type Filled, filledIn, namedUnder, Refused, typedWithin } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { yearsNotEntered } from '../../centres/actions.ts'
import { findDepositOf, type ItemRow, searchDeposits } from '../../plans/actions.ts'
import { isOpenToChange, planIsKeptBy } from '../../plans/rules.ts'
import { lastDayOf } from '../../plans/pages/lists.tsx'
import { planWords } from '../../plans/words.ts'
import { depositPaths } from '../../words/paths.ts'
import {
  addRemark,
  answerRemark,
  getPackage,
  historyOfDeposit,
  type Package,
  remarksOn,
  removeRemark,
  setParts,
} from '../actions/package.ts'
import {
  acceptPackage,
  approvePackage,
  beginPackage,
  endDeposit,
  type Held,
  recallPackage,
  returnPackage,
  submitPackage,
} from '../actions/steps.ts'
import {
  answerForm,
  endingForm,
  PackageAnswer,
  PartsInput,
  remarkForm,
  returnForm,
} from '../model.ts'
import { type Command } from '../rules.ts'
import { doneNames, packageWords as words } from '../words.ts'
import { Checklist, DatasetLinks, Facts, HistorySection, Parts } from './body.tsx'
import { remarkList, Remarks } from './remarks.tsx'
import { Steps } from './steps.tsx'

type C = HonoContext<Env>
const tag = 'deposits'

const one = item({
  path: '/deposits/:id',
  tag,
  summary: 'A deposit with its package: what is missing, and what you may do with it',
  refuses: [401],
  schema: PackageAnswer,
  read: (ctx, { id }) => getPackage(ctx, id),
})

/** A command as JSON and as a form: its checker goes on with the next one, its depositor stays. */
const step = (
  command: Command,
  summary: string,
  does: (ctx: Context, held: Held) => Promise<void>,
) =>
  write({
    path: `/deposits/:id/${command}`,
    tag,
    summary,
    refuses: [409],
    versioned: true,
    result: PackageAnswer,
    does: async (ctx, _: object, held) => {
      await does(ctx, held)
      return getPackage(ctx, held.id)
    },
    flash: () => doneNames[command],
    next: ({ id }) => after(command, id),
    page: shownAgain,
  })

const after = (command: Command, id: string) =>
  ['approval', 'return'].includes(command) ? depositPaths.checks : depositPaths.one(id)

const returning = write({
  path: '/deposits/:id/return',
  tag,
  summary: 'Return a package that is in your check, with its remarks and perhaps one more',
  refuses: [409],
  form: returnForm,
  versioned: true,
  result: PackageAnswer,
  does: async (ctx, input, held) => {
    await returnPackage(ctx, input, held)
    return getPackage(ctx, held.id)
  },
  flash: () => doneNames.return,
  next: ({ id }) => after('return', id),
  page: shownAgain,
})

const ending = write({
  path: '/deposits/:id/ending',
  tag,
  summary: 'Give a deposit up, with the reason; by curators of the carrying institution',
  refuses: [409],
  form: endingForm,
  versioned: true,
  result: PackageAnswer,
  does: async (ctx, input, held) => {
    await endDeposit(ctx, input, held)
    return getPackage(ctx, held.id)
  },
  flash: () => doneNames.ending,
  next: ({ id }) => depositPaths.one(id),
  page: shownAgain,
})

const parts = write({
  path: '/deposits/:id/parts',
  method: 'put',
  tag,
  summary: 'Say where the parts of a package are; only those named are changed',
  refuses: [409],
  form: {
    schema: PartsInput,
    read: (typed: Typed) => ({
      parts: Object.fromEntries(
        Object.entries(typedWithin('parts', typed)).map(([code, [note]]) => [code, note ?? '']),
      ),
    }),
  },
  does: setParts,
  flash: () => words.saved,
  next: ({ id }) => `${depositPaths.one(id)}#parts`,
  page: (c, form) => packagePage(c, { parts: form }),
})

const remarking = write({
  path: '/deposits/:deposit/remarks',
  tag,
  summary: 'Remark on a package that is in your check',
  refuses: [409],
  form: remarkForm,
  creates: true,
  does: addRemark,
  flash: () => words.remarked,
  next: ({ deposit }) => depositPaths.checked(deposit),
  page: (c, form) => packagePage(c, { remark: form }),
})

const unremarking = write({
  path: '/deposits/:deposit/remarks/:remark',
  method: 'delete',
  tag,
  summary: 'Remove a remark that the depositor has not read',
  refuses: [409],
  does: (ctx, _: object, key) => removeRemark(ctx, key),
  at: '/deposits/:deposit/remarks/:remark/removal',
  flash: () => words.remarkRemoved,
  next: ({ deposit }) => depositPaths.checked(deposit),
})

const answering = write({
  path: '/deposits/:deposit/remarks/:remark/answer',
  tag,
  summary: 'Say what was done about a remark, once',
  refuses: [409],
  form: answerForm,
  does: answerRemark,
  flash: () => words.answered,
  next: ({ deposit }) => `${depositPaths.one(deposit)}#remarks`,
  page: shownAgain,
})

/** Packages, their checks and the desk of who checks. `steps`: what follows from the publication of a dataset. */
export const packageSurfaces = (steps: readonly RecordStep[]) =>
  surfaces(
    one,
    step('beginning', 'Begin the package of a deposit: a draft of a dataset', beginPackage),
    step('submission', 'Submit a package; refused with everything that it lacks', submitPackage),
    step('recall', 'Take a package back before its institution has decided', recallPackage),
    step('approval', 'Pass a package on to the centre; starts its clock', approvePackage),
    step('acceptance', 'Accept a package and issue its receipt; by the centre', (ctx, held) =>
      acceptPackage(ctx, held, steps),
    ),
    returning,
    ending,
    parts,
    remarkList,
    remarking,
    unremarking,
    answering,
    {
      pages: new Hono<Env>()
        .get(depositPaths.checks, (c) => desk(c))
        .get('/deposits/:id', (c) => packagePage(c)),
    },
  )

type Typing = { parts?: Filled; remark?: Filled; step?: Filled }

function shownAgain(c: C, form: Filled) {
  return packagePage(c, { step: form })
}

async function packagePage(c: C, typing: Typing = {}) {
  const id = c.req.param('id') ?? c.req.param('deposit') ?? ''
  const row = await getPackage(c.var.ctx, id)
  const mayEdit = planIsKeptBy(row.sides) && isOpenToChange(row.state)
  return page(
    c,
    {
      title: row.title,
      crumbs: [
        { text: planWords.deposits, href: depositPaths.mine },
        { text: row.project.title, href: depositPaths.project(row.project.id) },
      ],
      actions: mayEdit && (
        <ButtonLink href={depositPaths.edit(row.id)} icon="edit" text={planWords.editItem} />
      ),
      status: (typing.step ?? typing.parts ?? typing.remark)?.status ?? 200,
    },
    await body(c, row, typing),
  )
}

async function body(c: C, row: Package, typing: Typing) {
  const { ctx } = c.var
  const [remarks, history, notEntered] = await Promise.all([
    remarksOn(ctx, { deposit: row.id, limit: 200 }),
    historyOfDeposit(ctx, row.id),
    yearsNotEntered(ctx),
  ])
  const isPrepared = row.state === 'draft' || row.state === 'returned'
  // Who checks reads the package before remarking on it; who prepares it answers remarks first.
  const said = <Remarks row={row} remarks={remarks.items} form={typing.remark ?? filledIn({})} />
  const given = row.recordId !== null && <Parts row={row} form={typing.parts ?? openParts(row)} />
  return (
    <>
      <Refused form={typing.step} />
      <Facts row={row} notEntered={notEntered} />
      {isPrepared && row.sides.some((side) => side !== 'centre') && (
        <Section title={words.checklist} id="missing">
          <Checklist row={row} />
        </Section>
      )}
      {row.commands.length > 0 && (
        <Section title={words.nextStep} id="next">
          <Steps row={row} />
        </Section>
      )}
      <DatasetLinks row={row} />
      {isPrepared ? [said, given] : [given, said]}
      <HistorySection history={history} />
    </>
  )
}

const openParts = ({ parts: of }: Package) =>
  filledIn(
    namedUnder('parts', Object.fromEntries(of.map(({ code, note }) => [code, [note ?? '']]))),
  )

/** What waits for the viewer's check at the left, the chosen one at the right. */
async function desk(c: C) {
  const { ctx } = c.var
  signedIn(ctx)
  const [chosen, after2] = [c.req.query('deposit'), c.req.query('after')]
  const found = await searchDeposits(ctx, { waiting: true, limit: 50, after: after2 })
  const id = chosen ?? found.items[0]?.id
  const row = id === undefined ? undefined : await getPackage(ctx, id)
  return page(
    c,
    {
      title: words.checks,
      lead: words.checksLead,
      crumbs: [{ text: planWords.deposits, href: depositPaths.mine }],
    },
    <div class="deposit-desk">
      <div>
        {found.items.length === 0 ? (
          <Empty title={words.noChecks} text={words.whoChecks} icon="check" />
        ) : (
          <>
            <Table caption={words.checks} columns={columns} rows={found.items} keys dense />
            <Pager url={c.req.url} next={found.next} />
          </>
        )}
      </div>
      {row && (
        <div id="deposit" class="deposit-chosen">
          <Local as="h2" text={row.title} />
          {await body(c, row, {})}
        </div>
      )}
    </div>,
  )
}

const columns = [
  {
    label: planWords.item,
    cell: ({ id, title, institution }: ItemRow) => (
      <>
        <Local as="a" href={depositPaths.checked(id)} text={title} />
        <br />
        <Local as="span" class="quiet small" text={institution.name} />
      </>
    ),
  },
  {
    label: planWords.timing,
    nowrap: true,
    cell: ({ checkUntil, dueOn }: ItemRow) => (
      <Day when={checkUntil ? lastDayOf(checkUntil) : dueOn} />
    ),
  },
]

/** On a dataset's page: the deposit that it is the package of, for who has to do with it. */
export const depositSection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  const isParty = ctx.actor.type !== 'anonymous' && row.depositorId !== null
  const deposit = isParty ? await findDepositOf(ctx, row.id) : undefined
  return (
    (deposit && (
      <Section
        title={words.deposit}
        more={{ text: words.openDeposit, href: depositPaths.one(deposit.id) }}
      >
        <Local as="p" text={words.ofDeposit} />
      </Section>
    )) ??
    null
  )
}
