import { isAdministrator } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { institutionChoices } from '../../../people/pages/choices.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Tabs, Toolbar } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { sentForm } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { ownPath } from '../../../web/paths.ts'
import { parsed, parseOrRefuse } from '../../../web/validate.ts'
import { reportLinks } from '../../words/paths.ts'
import { decideNrii, type NriiList, nriiList, worthThresholds } from '../actions.ts'
import {
  NriiDecision,
  type NriiField,
  type NriiItem,
  NriiPageQuery,
  nriiParts,
  type NriiState,
  nriiStates,
  thresholds,
} from '../model.ts'
import { staffedInstitutions } from '../../use/rules/reach.ts'
import { nriiPartNames, nriiStateNames, nriiWords as words, thresholdNames } from '../words.ts'
import { settingsWords } from '../../settings/words.ts'
import {
  nriiDecisionsPath,
  nriiFileHref,
  nriiHref,
  nriiPath,
  nriiRecordPath,
  type NriiView,
  settingsPath,
  usePath,
} from '../../use/pages/links.ts'
import { ChooseInstitution, ReportTabs } from '../../use/pages/frame.tsx'
import { type Choice, FormField } from '../../../web/components/form-field.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import type { LocalText, Text } from '../../../core/text.ts'
import { Empty } from '../../../web/components/messages.tsx'
import { StateBadge, type Tone } from '../../../web/components/badges.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { fieldPath } from '../rules.ts'
import { formatNumber } from '../../../web/format.ts'
import { FileLinks } from '../../../web/components/file-links.tsx'

type C = HonoContext<Env>

/** The records for the national network: what each lacks, its review, and what came of reporting it. */
export const nriiPages = new Hono<Env>()
  .get(nriiPath, parsed('query', NriiPageQuery), async (c) => {
    const { ctx } = c.var
    const query = c.req.valid('query')
    const { part, page: _page, state: _state, ...asked } = query
    const list = await nriiList(ctx, part, asked)
    const view = { ...query, from: list.from, to: list.to }
    return page(
      c,
      {
        title: words.title,
        lead: words.lead,
        actions: isAdministrator(ctx.actor) && (
          <ButtonLink href={settingsPath} icon="gear" text={settingsWords.title} />
        ),
        crumbs: [{ text: reportLinks.use.text, href: usePath }],
        main: 'nrii',
      },
      <>
        <ReportTabs current="nrii" actor={ctx.actor} />
        <NriiFilters
          view={view}
          institutions={await ownInstitutions(c)}
          worth={await worthThresholds(ctx)}
        />
        <NriiRecords list={list} view={view} name={nriiPartNames[part]} />
      </>,
    )
  })
  .post(nriiDecisionsPath, async (c) => {
    const { typed } = await sentForm(c)
    const form = Object.fromEntries(Object.entries(typed).map(([name, [first]]) => [name, first]))
    const input = await decisionOf(c, form)
    const count = await decideNrii(c.var.ctx, input)
    setFlash(c, words.decided(count))
    return c.redirect(ownPath(form['back']), 303)
  })

/** Staff choose among their own institutions, administrators among all. */
async function ownInstitutions({ var: { ctx } }: C) {
  const own = staffedInstitutions(ctx.actor)
  const all = await institutionChoices(ctx)
  return own === undefined ? all : all.filter(({ value }) => own.includes(value))
}

const BulkDecision = NriiPageQuery.extend({ wanted: z.enum(['to_review', 'reviewed']) })

/** A decision about one record, or about all of the list in one state. */
async function decisionOf(c: C, form: Record<string, unknown>): Promise<NriiDecision> {
  const { part, decision, reason, id: named } = form
  if (typeof named === 'string')
    return parseOrRefuse(NriiDecision, { part, decision, reason, ids: [named] })
  const { wanted, ...asked } = parseOrRefuse(BulkDecision, form)
  const { items } = await nriiList(c.var.ctx, asked.part, asked)
  const ids = items.filter(({ state }) => state === wanted).map(({ id }) => id)
  const { ids: _, ...rest } = parseOrRefuse(NriiDecision, { part, decision, reason, ids: [] })
  return { ...rest, ids }
}

type FiltersProps = {
  view: NriiView
  institutions: readonly Choice[]
  worth: { province: number; nation: number }
}

/** The part of the report, institution, original value and period. */
function NriiFilters({ view, institutions, worth }: FiltersProps) {
  const t = useText()
  const names = thresholdNames(worth)
  const { state: _state, page: _page, ...asked } = view
  return (
    <div class="use-filters nrii-filters">
      <Tabs
        label={t(words.parts)}
        tabs={nriiParts.map((part) => ({
          text: nriiPartNames[part],
          href: nriiHref({ ...asked, part }),
          current: part === view.part,
        }))}
      />
      <form class="use-form" action={nriiPath} aria-label={t(words.filters)}>
        <input type="hidden" name="part" value={view.part} />
        <ChooseInstitution institutions={institutions} value={view.institution} every="" />
        <FormField
          type="select"
          none={null}
          name="threshold"
          label={words.threshold}
          value={view.threshold}
          choices={thresholds.map((one) => ({ value: one, label: names[one] }))}
        />
        {view.part === 'service-records' && (
          <>
            <FormField name="from" type="date" label={words.from} value={view.from?.slice(0, 10)} />
            <FormField name="to" type="date" label={words.to} value={view.to?.slice(0, 10)} />
          </>
        )}
        <Button text={words.show} />
      </form>
    </div>
  )
}

const nriiPageSize = 50

export const nriiTones: Record<NriiState, Tone> = {
  incomplete: 'caution',
  to_review: 'note',
  reviewed: 'note',
  reported: 'good',
  changed: 'caution',
  failed: 'danger',
}

type Props = { list: NriiList; view: NriiView; name: Text }

/** Records by state, their problems, and decisions about all of them at once. */
function NriiRecords({ list, view, name }: Props) {
  const { items, fields } = list
  const listed = view.state ? items.filter(({ state }) => state === view.state) : items
  const number = view.page ?? 1
  return (
    <>
      <States items={items} view={view} />
      <Toolbar
        end={
          <FileLinks formats={['json', 'xlsx']} hrefOf={(format) => nriiFileHref(view, format)} />
        }
      >
        <BulkActions items={items} view={view} />
      </Toolbar>
      {listed.length === 0 ? (
        <Empty title={words.none} text={words.noneHint} icon="instrument" />
      ) : (
        <Table
          caption={name}
          keys
          dense
          columns={columnsFor(fields, view)}
          rows={listed.slice((number - 1) * nriiPageSize, number * nriiPageSize)}
        />
      )}
      <NriiPager view={view} count={listed.length} size={nriiPageSize} />
    </>
  )
}

function States({ items, view }: Pick<Props, 'view'> & { items: readonly NriiItem[] }) {
  const t = useText()
  const { page: _, ...rest } = view
  const tab = (state: NriiState | undefined, text: Text) => ({
    text,
    href: nriiHref({ ...rest, state }),
    current: view.state === state,
    count: items.filter((item) => state === undefined || item.state === state).length,
  })
  return (
    <Tabs
      label={t(words.states)}
      tabs={[
        tab(undefined, words.all),
        ...nriiStates.map((state) => tab(state, nriiStateNames[state])),
      ]}
    />
  )
}

/** A button that passes all complete records, and one that marks all reviewed ones as reported. */
function BulkActions({ items, view }: Pick<Props, 'view'> & { items: readonly NriiItem[] }) {
  const countOf = (wanted: NriiState) => items.filter(({ state }) => state === wanted).length
  const toReview = countOf('to_review')
  const reviewed = countOf('reviewed')
  return (
    <>
      {toReview > 0 && (
        <BulkButton
          view={view}
          wanted="to_review"
          decision="review"
          text={words.reviewAll(toReview)}
        />
      )}
      {reviewed > 0 && (
        <BulkButton
          view={view}
          wanted="reviewed"
          decision="report"
          text={words.reportAll(reviewed)}
        />
      )}
      {toReview + reviewed === 0 && <Local as="p" class="quiet small" text={words.xlsxAbout} />}
    </>
  )
}

type BulkButtonProps = { view: NriiView; wanted: NriiState; decision: string; text: LocalText }

function BulkButton({ view, wanted, decision, text }: BulkButtonProps) {
  const { state: _state, page: _page, ...asked } = view
  return (
    <form class="act" method="post" action={nriiDecisionsPath}>
      {Object.entries({ ...asked, wanted, decision, back: nriiHref(asked) }).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      <Button look="primary" dense text={text} />
    </form>
  )
}

function columnsFor(fields: readonly NriiField[], { part }: NriiView): Column<NriiItem>[] {
  const byName = new Map(fields.map((field) => [field.name, field]))
  return [
    {
      label: words.record,
      cell: (item) => (
        <a class="use-name" href={nriiRecordPath(part, item.id)}>
          <Local text={item.title} />
          {part === 'service-records' && ` · ${item.values['endTime'] ?? ''}`}
        </a>
      ),
    },
    {
      label: words.state,
      nowrap: true,
      cell: ({ state, reason }) => (
        <>
          <StateBadge tone={nriiTones[state]} text={nriiStateNames[state]} />
          {reason && <p class="nrii-reason">{reason}</p>}
        </>
      ),
    },
    { label: words.problems, cell: (item) => <Problems item={item} part={part} byName={byName} /> },
  ]
}

type ProblemsProps = {
  item: NriiItem
  part: NriiView['part']
  byName: ReadonlyMap<string, NriiField>
}

/** Each field with a problem, as a link to where it is corrected. */
function Problems({ item, part, byName }: ProblemsProps) {
  if (item.problems.length === 0) return <Local text={words.complete} />
  return (
    <ul class="nrii-problems">
      {item.problems.map(({ field, code, detail }) => {
        const own = byName.get(field)
        return (
          <li>
            <Local
              as="a"
              href={fieldPath(part, item, own ?? { name: field, source: null })}
              text={{ zh: own?.labelZh ?? field, en: own?.labelEn ?? field }}
            />
            {code !== 'missing' && (
              <span class="quiet">
                {' '}
                <Local text={detail} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

type PagerProps = { view: NriiView; count: number; size: number }

/** Numbered pages: the whole list is read to be checked anyway. */
function NriiPager({ view, count, size }: PagerProps) {
  const lang = useLang()
  const number = view.page ?? 1
  const last = Math.max(1, Math.ceil(count / size))
  if (last === 1) return <></>
  return (
    <nav class="pager" aria-label={words.countOf(formatNumber(count, lang))[lang]}>
      {number > 1 && (
        <Local
          as="a"
          class="button button-plain"
          href={nriiHref({ ...view, page: number - 1 })}
          rel="prev"
          text={words.previous}
        />
      )}
      <span class="quiet numeric">
        {number} / {last}
      </span>
      {number < last && (
        <Local
          as="a"
          class="button button-plain pager-next"
          href={nriiHref({ ...view, page: number + 1 })}
          rel="next"
          text={words.next}
        />
      )}
    </nav>
  )
}
