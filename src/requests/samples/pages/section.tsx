import type { Context as HonoContext } from 'hono'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { filledWith } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { useAnswered } from '../../../web/shown-again.tsx'
import type { getRequest } from '../../requests/actions/read.ts'
import { requestPaths } from '../../words/paths.ts'
import { matchOf, samplesOf } from '../actions/read.ts'
import { criteriaOf, sampleReturnForm } from '../model.ts'
import { requestSampleWords as words } from '../words.ts'
import { Counts } from './choose.tsx'
import { holds } from './lists.tsx'

type Shown = Awaited<ReturnType<typeof getRequest>>
type Item = Shown['items'][number]

const open: readonly Shown['state'][] = ['submitted', 'decided', 'fulfilling']

/** The samples of a request: for who decides, how many there are and choosing them; for who asked, what is held for them. */
export async function samplesSection(c: HonoContext<Env>, request: Shown) {
  const items = request.items.filter(
    ({ unit, ended, record }) => unit === 'sample' && record.kind === 'collection' && !ended,
  )
  if (items.length === 0 || !request.submittedAt) return null
  const isChoosing = request.sides.includes('steward') && open.includes(request.state)
  const { items: held } = await samplesOf(c.var.ctx, {
    id: request.id,
    limit: 200,
    after: undefined,
  })
  if (held.length === 0 && !isChoosing) return null
  const out = held.filter(({ state }) => state === 'on_loan' || state === 'blocked')
  const counted = isChoosing ? items.filter(({ decision }) => decision?.answer !== 'rejected') : []
  return (
    <Section title={words.samples} id="samples">
      {await Promise.all(
        counted.map(async (item) => (
          <Choosing
            request={request}
            item={item}
            counts={await matchOf(c.var.ctx, { id: request.id, item: item.id })}
          />
        )),
      )}
      {held.length > 0 && (await holds.view(c, { of: { id: request.id }, cursor: 'samplesAfter' }))}
      {request.commands.includes('return_shipment') && out.length > 0 && (
        <ReturnForm request={request} out={out} />
      )}
    </Section>
  )
}

type Choice = { request: Shown; item: Item; counts: Awaited<ReturnType<typeof matchOf>> }

function Choosing({ request, item, counts }: Choice) {
  return (
    <div>
      <Local as="p" class="row-title" text={item.record.title} />
      <Counts counts={counts} isStated={criteriaOf(item.target).purpose !== undefined} />
      <ButtonLink href={requestPaths.chooseSamples(request.id, item.id)} text={words.choose} />
    </div>
  )
}

type Out = { id: string; code: string }

function ReturnForm({ request, out }: { request: Shown; out: readonly Out[] }) {
  const action = requestPaths.command(request.id, 'sample-returns')
  const again = useAnswered(action)
  const choices = out.map(({ id, code }) => ({ value: id, label: { zh: code, en: code } }))
  return (
    <details class="request-step" open={again !== undefined}>
      <Local as="summary" text={words.returnSample} />
      <EntityForm
        of={sampleReturnForm}
        form={again ?? filledWith(choices.length === 1 ? { sample: choices[0]?.value } : {})}
        scope="sample-return"
        choices={{ sample: choices }}
        action={action}
        submit={words.returnSample}
        look="plain"
      />
    </details>
  )
}
