import { type Context as HonoContext, Hono } from 'hono'
import { Problem } from '../../../core/problem.ts'
import { narrowing } from '../../../samples/matching/model.ts'
import { termChoices } from '../../../samples/pages/choices.ts'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { type Filled, filledWith, Refused } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { getRequest } from '../../requests/actions/read.ts'
import { refusalWords } from '../../requests/words/refusals.ts'
import { requestLinks, requestPaths } from '../../words/paths.ts'
import { criteriaByItem } from '../actions/criteria.ts'
import { releaseSample, reserveSamples } from '../actions/hold.ts'
import { matchOf } from '../actions/read.ts'
import { criteriaOf, MatchAnswer, reservationForm, ReservedAnswer } from '../model.ts'
import { requestSampleWords as words } from '../words.ts'
import { candidatesToTick, chosenForm, holdsToChange } from './lists.tsx'

type C = HonoContext<Env>
type Key = { id: string; item: string }
const tag = 'requests'
const path = '/requests/:id/items/:item/samples'
/** What the filters hold where the address says nothing. */
const shown = { show: 'usable', sort: 'best' }

const match = item({
  path: '/requests/:id/items/:item/sample-match',
  tag,
  summary:
    'How many samples fit an item of a request, and why others cannot be had; for who decides',
  refuses: [401],
  schema: MatchAnswer,
  read: (ctx, key) => matchOf(ctx, key),
})

const reservation = write({
  path: '/requests/:id/items/:item/sample-reservations',
  tag,
  summary:
    'Reserve samples for an item of a request: those named, or the best of what a filter finds',
  refuses: [404, 409],
  form: reservationForm,
  result: ReservedAnswer,
  does: reserveSamples,
  flash: (_, { reserved }) => words.reserved(reserved.length),
  next: ({ id, item: of }) => requestPaths.chooseSamples(id, of),
  page: (c, form) => choosePage(c, form),
})

const release = write({
  method: 'delete',
  path: '/requests/:id/sample-reservations/:sample',
  at: '/requests/:id/sample-reservations/:sample/removal',
  tag,
  summary: 'Let go of a sample that is reserved for a request and has not left',
  refuses: [404, 409],
  does: (ctx, _, key) => releaseSample(ctx, key),
  flash: () => words.released,
  next: ({ id }) => requestPaths.one(id),
})

const pages = new Hono<Env>().get(path, (c) => choosePage(c))

/** Choosing samples for an item of a request. */
export const { api: chooseRoutes, pages: choosePages } = surfaces(match, reservation, release, {
  pages,
})

async function choosePage(c: C, form?: Filled) {
  const { ctx } = c.var
  const key = { id: c.req.param('id') ?? '', item: c.req.param('item') ?? '' }
  const request = await getRequest(ctx, key)
  const asked = request.items.find(({ id }) => id === key.item.toLowerCase())
  if (!asked) throw new Problem('not-found', refusalWords.noItem)
  const counts = await matchOf(ctx, key)
  const canHold = counts.usable > 0 && counts.held < counts.most
  const choices = await termChoices(ctx, { type: 'miabis_sample_type', sex: 'miabis_sex' })
  const filter = Object.keys(narrowing).flatMap((name) => {
    const value = form ? form.value(name) : c.req.query(name)
    return value ? [[name, value] as const] : []
  })
  return page(
    c,
    {
      title: words.chooseFor(request.number),
      crumbs: [
        { text: requestLinks.requests.text, href: requestPaths.requests },
        { text: { zh: request.number, en: request.number }, href: requestPaths.one(request.id) },
      ],
      status: form?.status ?? 200,
    },
    <>
      <Refused form={form} />
      <Local as="p" class="row-title" text={asked.record.title} />
      {(await criteriaByItem(ctx, [asked])).get(asked.id)?.map((text) => (
        <Local as="p" class="request-words" text={text} />
      ))}
      <Counts counts={counts} isStated={criteriaOf(asked.target).purpose !== undefined} />
      {canHold && <Best {...{ of: key, counts, form, filter }} />}
      <Section title={words.candidates}>
        {await candidatesToTick(c.req.query('show')).view(c, { of: key, choices, shown })}
        {canHold && <Ticked of={key} />}
      </Section>
      {await holdsToChange(key.id).view(c, { of: { id: key.id }, cursor: 'heldAfter' })}
    </>,
  )
}

type Counts = Awaited<ReturnType<typeof matchOf>>

/** What there is, and why the rest cannot be had. */
export const Counts = ({ counts, isStated }: { counts: Counts; isStated: boolean }) => (
  <>
    <Local as="p" text={words.usable(counts.usable)} />
    <Local as="p" text={words.heldOf(counts.held, counts.most)} />
    {counts.others.length > 0 && <Local as="p" class="quiet" text={words.others(counts.others)} />}
    {!isStated && counts.others.some(({ reason }) => reason === 'consent') && (
      <Local as="p" class="basket-note" text={words.unstated} />
    )}
  </>
)

type BestProps = {
  of: Key
  counts: Counts
  form: Filled | undefined
  /** What the list is narrowed by: the best of what it finds are chosen. */
  filter: readonly (readonly [string, string])[]
}

function Best({ of, counts, form, filter }: BestProps) {
  const filled = form ?? filledWith({ count: String(counts.most - counts.held) })
  return (
    <Section title={words.best}>
      <Local as="p" class="quiet" text={filter.length > 0 ? words.bestOfFound : words.bestAbout} />
      <form class="stacked-form" method="post" action={requestPaths.reserveSamples(of.id, of.item)}>
        {filter.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <FormField
          type="number"
          name="count"
          label={reservationForm.labels.count}
          form={filled}
          min={1}
          short
        />
        <FormField
          type="checkbox"
          name="spread"
          label={reservationForm.labels.spread}
          form={filled}
        />
        <div class="form-actions">
          <Button look="primary" text={words.best} />
        </div>
      </form>
    </Section>
  )
}

/** Takes what is ticked in the list above. */
const Ticked = ({ of }: { of: Key }) => (
  <form
    id={chosenForm}
    class="toolbar"
    method="post"
    action={requestPaths.reserveSamples(of.id, of.item)}
  >
    <input type="hidden" name="onlyNamed" value="true" />
    <Button text={words.reserveTicked} />
  </form>
)
