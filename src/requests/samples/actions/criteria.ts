import { labelsOfCodes } from '../../../catalog/vocabularies/actions.ts'
import type { Context } from '../../../core/context.ts'
import type { Text } from '../../../core/text.ts'
import { criteriaParts } from '../../../samples/matching/rules.ts'
import { criteriaOf } from '../model.ts'
import { requestSampleWords as words } from '../words.ts'

export const criteriaVocabularies = ['miabis_sample_type', 'miabis_sex']

type Asking = { id: string; target: Readonly<Record<string, unknown>> }

/** What of samples each item asks for, in words: one line of criteria, then what was written freely. */
export async function criteriaByItem(
  ctx: Context,
  items: readonly Asking[],
): Promise<Map<string, Text[]>> {
  const all = items.map(({ target }) => criteriaOf(target))
  const codes = all.flatMap(({ types = [], sex = [] }) => [...types, ...sex])
  const labels =
    codes.length > 0 ? await labelsOfCodes(ctx, criteriaVocabularies, codes) : () => undefined
  return new Map(
    items.map(({ id, target }) => {
      const parts = criteriaParts(criteriaOf(target), labels)
      const free = target['criteria']
      return [
        id,
        [
          ...(parts.length > 0 ? [joined(parts)] : []),
          ...(typeof free === 'string' ? [{ zh: free, en: free }] : []),
        ],
      ]
    }),
  )
}

type Quantified = Asking & { quantity: number | null }
type Row = { samples: readonly Quantified[] | null }

/** With what of samples each row asks for, in one line of words; null where it asks for none. One query for all rows. */
export async function withAsked<R extends Row>(ctx: Context, rows: readonly R[]) {
  const all = rows.flatMap(({ samples }) => samples ?? [])
  const texts = all.length > 0 ? await criteriaByItem(ctx, all) : new Map<string, Text[]>()
  const inWords = ({ id, quantity }: Quantified) => {
    const said = texts.get(id) ?? []
    return words.askedFor(quantity, said.length > 0 ? joined(said) : undefined)
  }
  return rows.map(({ samples, ...row }) => ({
    ...row,
    asks: samples ? words.together(samples.map(inWords)) : null,
  }))
}

const joined = (parts: readonly Text[]): Text => ({
  zh: parts.map(({ zh }) => zh).join('；'),
  en: parts.map(({ en }) => en).join('; '),
})
