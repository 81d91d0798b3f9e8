import { unitNames } from '../../../samples/words/common.ts'
import { candidateFilter } from '../../../samples/matching/model.ts'
import { misfitNames } from '../../../samples/matching/words.ts'
import { samplePaths } from '../../../samples/words/paths.ts'
import { ActButton } from '../../../web/forms.tsx'
import type { Columns } from '../../../web/columns.tsx'
import type { Tone } from '../../../web/components/badges.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords } from '../../../web/words.ts'
import { useText } from '../../../web/lang.tsx'
import { write } from '../../../web/write.tsx'
import { fulfilmentWords } from '../../fulfilment/words.ts'
import { requestPaths } from '../../words/paths.ts'
import { unpickSample } from '../actions/pick.ts'
import { candidatesOf, samplePicksOf, samplesOf, searchSamplePicks } from '../actions/read.ts'
import { CandidateAnswer, HeldSampleAnswer, type HoldState, SamplePickAnswer } from '../model.ts'
import { holdStateNames, requestSampleWords as words } from '../words.ts'

const tag = 'requests'

type Held = Awaited<ReturnType<typeof samplesOf>>['items'][number]
type Candidate = Awaited<ReturnType<typeof candidatesOf>>['items'][number]
type Pick = Awaited<ReturnType<typeof searchSamplePicks>>['items'][number]
type Sample = Pick & Partial<Held>

const tones: Readonly<Record<HoldState, Tone>> = {
  reserved: 'calm',
  picked: 'good',
  under_way: 'note',
  on_loan: 'note',
  received: 'good',
  lost: 'danger',
  returned: 'good',
  blocked: 'danger',
}

type Described = Omit<Sample, 'request' | 'place' | 'isPicked' | 'hold'>
const described = {
  code: { label: words.code, code: ({ code }: Described) => code },
  type: { label: words.type, text: ({ typeName }: Described) => typeName },
  sex: { label: words.sex, text: ({ sexName }: Described) => sexName },
  amount: {
    label: words.amount,
    text: ({ amount, unit }: Described) => ({
      zh: `${amount} ${unitNames[unit].zh}`,
      en: `${amount} ${unitNames[unit].en}`,
    }),
  },
} satisfies Columns<Described>

const heldColumns: Columns<Held> = {
  ...described,
  age: { label: words.age, text: ({ ageBand }) => ageBand },
  state: {
    label: words.state,
    state: ({ state }) => ({ tone: tones[state], text: holdStateNames[state] }),
  },
}

const held = {
  path: '/requests/:id/samples',
  tag,
  summary: 'Samples held for a request or sent with it; for who asked, once they are approved',
  refuses: [401],
  title: words.samples,
  empty: { title: words.none },
  item: HeldSampleAnswer,
  filters: noFilters,
  query: samplesOf,
  columns: heldColumns,
} as const

export const holds = list(held)

/** The same where they are chosen, each with letting it go; `id` is the request. */
export const holdsToChange = (id: string) =>
  list({
    ...held,
    columns: {
      ...heldColumns,
      action: {
        label: columnWords.action,
        cell: ({ state, id: sample }) =>
          (state === 'reserved' || state === 'picked') && (
            <ActButton
              action={requestPaths.releaseSample(id, sample)}
              text={words.release}
              look="quiet"
            />
          ),
      },
    },
  })

const usableColumns: Columns<Candidate> = {
  code: {
    ...described.code,
    href: ({ id }) => samplePaths.sample(id),
  },
  type: described.type,
  sex: described.sex,
  age: { label: words.ageYears, number: ({ ageYears }) => ageYears },
  taken: { label: words.taken, text: ({ createdOn }) => createdOn },
  amount: described.amount,
  thaws: { label: words.thaws, number: ({ freezeThaws }) => freezeThaws },
  place: { label: words.place, code: ({ place }) => place },
}

const candidateColumns: Columns<Candidate> = {
  ...usableColumns,
  misfit: { label: words.misfit, text: ({ misfit }) => misfit && misfitNames[misfit] },
}

const candidatesDeclared = {
  path: '/requests/:id/items/:item/matching-samples',
  tag,
  summary: 'Samples that fit an item of a request, those that can be reserved; for who decides',
  refuses: [401],
  title: words.candidates,
  empty: { title: words.noneUsable },
  item: CandidateAnswer,
  filters: candidateFilter,
  query: candidatesOf,
  columns: candidateColumns,
} as const

const candidates = list(candidatesDeclared)

/** A box for the form below the list; none where the sample cannot be had. */
function ChooseBox({ of: { id, code, misfit } }: { of: Candidate }) {
  const t = useText()
  return misfit ? (
    <></>
  ) : (
    <input
      type="checkbox"
      name="samples"
      value={id}
      form={chosenForm}
      aria-label={t(words.chooseSample(code))}
    />
  )
}

/** The form that takes what is ticked. */
export const chosenForm = 'chosen'

/** The same to tick; why some cannot be had, where these are shown. */
export const candidatesToTick = (show: string | undefined) =>
  list({
    ...candidatesDeclared,
    columns: {
      ...(show === 'all' ? candidateColumns : usableColumns),
      choose: { label: words.tick, align: 'end', cell: (row) => <ChooseBox of={row} /> },
    },
  })

const pickColumns: Columns<Pick> = {
  code: described.code,
  place: { label: words.place, code: ({ place }) => place },
  type: described.type,
  amount: described.amount,
  state: {
    label: words.state,
    state: ({ isPicked }) =>
      isPicked
        ? { tone: 'good', text: holdStateNames.picked }
        : { tone: 'calm', text: fulfilmentWords.notPicked },
  },
}

/** Picking it, or putting it back; `at` is the page on which it stands. */
const actionOn = (at: (row: Pick) => string): Columns<Pick> => ({
  action: {
    label: columnWords.action,
    cell: (row) =>
      row.isPicked ? (
        <ActButton
          action={requestPaths.unpickSample(row.request.id, row.id)}
          text={fulfilmentWords.putBack}
          look="quiet"
        />
      ) : (
        <ActButton action={at(row)} text={fulfilmentWords.take} fields={{ code: row.code }} />
      ),
  },
})

const picking = {
  tag,
  refuses: [401],
  title: words.toPick,
  empty: { title: words.nonePicking },
  item: SamplePickAnswer,
  filters: noFilters,
}

/** What of samples is to be picked for all requests. */
export const samplePicks = list({
  ...picking,
  path: '/request-samples',
  summary: 'Samples held for approved requests and not shipped yet, in order of place',
  query: searchSamplePicks,
  columns: {
    ...pickColumns,
    request: {
      label: words.request,
      code: ({ request }) => request.number,
      href: ({ request }) => requestPaths.picking(request.id),
    },
    ...actionOn(() => requestPaths.picks),
  },
})

/** The same for one. */
export const ownSamplePicks = list({
  ...picking,
  path: '/requests/:id/sample-picks',
  summary: 'The same for one request, for those who decide about it',
  query: samplePicksOf,
  columns: { ...pickColumns, ...actionOn(({ request }) => requestPaths.picking(request.id)) },
})

const putBack = write({
  method: 'delete',
  path: '/requests/:id/sample-picks/:sample',
  at: '/requests/:id/sample-picks/:sample/removal',
  tag,
  summary: 'Put back a sample that was picked and not shipped',
  refuses: [404, 409],
  does: (ctx, _, key) => unpickSample(ctx, key),
  flash: () => fulfilmentWords.back,
  next: ({ id }) => requestPaths.picking(id),
})

export const { api: sampleListRoutes, pages: sampleListPages } = surfaces(
  holds,
  candidates,
  samplePicks,
  ownSamplePicks,
  putBack,
)
