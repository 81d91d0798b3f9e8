import type { Columns } from '../../../web/columns.tsx'
import { amountText, stateNames } from '../../words/common.ts'
import { samplePaths } from '../../words/paths.ts'
import type { SampleRow } from '../actions/hold.ts'
import { sampleFieldsOf, sampleFilter, sampleForm } from '../model.ts'
import { sampleListWords as words } from '../words.ts'

const { labels } = sampleForm

/** Blocked stands for the state: nothing else may be done. */
export function stateOf({ blockedAt, state }: Pick<SampleRow, 'blockedAt' | 'state'>) {
  if (blockedAt) return { tone: 'danger', text: words.blocked } as const
  const tone = state === 'stored' ? 'good' : state === 'out' ? 'note' : 'calm'
  return { tone, text: stateNames[state] } as const
}

/** Samples as every list of them shows them. */
export const sampleColumns: Columns<SampleRow> = {
  code: {
    label: labels.code,
    code: ({ code }) => code,
    href: ({ id }) => samplePaths.sample(id),
  },
  type: { label: labels.type, text: ({ type }) => type.name },
  donor: {
    label: labels.donor,
    code: ({ donor }) => donor?.code ?? null,
    href: ({ donor }) => samplePaths.donor(donor?.id ?? ''),
  },
  source: {
    label: labels.source,
    code: ({ source }) => source?.code ?? null,
    href: ({ source }) => samplePaths.source(source?.id ?? ''),
  },
  amount: { label: sampleFieldsOf.amount.label, text: (sample) => amountText(sample) },
  thaws: { label: words.thaws, number: ({ freezeThaws }) => freezeThaws },
  createdOn: { label: labels.createdOn, day: ({ createdOn }) => createdOn },
  place: {
    label: words.place,
    text: ({ place }) => place?.path ?? null,
    href: ({ place }) => samplePaths.box(place?.id ?? ''),
  },
  state: { label: sampleFilter.labels.state, state: stateOf },
}
