import { codeLists, createRecord } from '../../../catalog/records/actions/create.ts'
import { editRecord } from '../../../catalog/records/actions/edit.ts'
import { newRecordShape, recordChangeShape } from '../../../catalog/records/model/shapes.ts'
import type { Context } from '../../../core/context.ts'
import { validated } from '../../../core/validated.ts'
import { GermplasmChange, type NewGermplasm } from '../model.ts'
import { germplasmVocabularies } from '../rules/show.ts'
import { belongingOf, changeOf, recordOf, titleOf } from '../rules/take.ts'
import { getShown } from './read.ts'

/** Adds a germplasm as a draft: its curators publish it once it has what that needs. */
export async function createGermplasm(ctx: Context, sent: NewGermplasm): Promise<string> {
  const labels = await codeLists(ctx, germplasmVocabularies)
  const title = titleOf(sent.defaultDisplayName || sent.germplasmName)
  const input = { ...belongingOf(sent), ...recordOf(sent, labels), title }
  const { id } = await createRecord(ctx, 'accession', validated(newRecordShape('accession'), input))
  return id
}

/** Changes what differs from what is shown: a germplasm that is read and sent back changes nothing. */
export async function changeGermplasm(
  ctx: Context,
  id: string,
  sent: GermplasmChange,
): Promise<void> {
  const [shown, labels] = await Promise.all([
    getShown(ctx, id),
    codeLists(ctx, germplasmVocabularies),
  ])
  const change = changeOf(sent, validated(GermplasmChange, shown), labels)
  if (Object.keys(change).length === 0) return
  await editRecord(ctx, { id }, validated(recordChangeShape('accession'), change))
}
