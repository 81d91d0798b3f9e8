import { findTerm } from '../../../catalog/vocabularies/actions.ts'
import type { Context } from '../../../core/context.ts'
import { Problem } from '../../../core/problem.ts'
import { pictureWords } from '../words.ts'

/** Refuses a licence that the vocabulary does not have; none at all is fine. */
export async function refuseUnknownLicence(
  ctx: Context,
  code: string | null | undefined,
): Promise<void> {
  if (!code || (await findTerm(ctx, 'licence', code))) return
  throw new Problem('invalid', pictureWords.invalid, {
    issues: [{ path: 'licence', message: pictureWords.unknownLicence(code) }],
  })
}
