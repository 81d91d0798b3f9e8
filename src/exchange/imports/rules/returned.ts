import { csvLine } from '../../../core/csv.ts'
import { inLang, type Lang } from '../../../core/text.ts'
import { reasonsHeader } from '../../mapping/rules.ts'
import type { RowProblem } from '../../model.ts'
import { importWords as words } from '../words.ts'

type Refused = { problems: readonly RowProblem[]; cells: readonly string[] }

/**
 * Refused rows as CSV, with a byte order mark, which Excel needs for Chinese. The reasons stand first, so that surplus
 * cells do not fall into their column; an import reads past it. Cells stay as they came, signs at their beginning too:
 * this file is for the importer again.
 */
export function csvOfRejected(
  header: readonly string[],
  rows: readonly Refused[],
  lang: Lang,
): string {
  const reasonsOf = ({ problems }: Refused) =>
    problems.map(({ field, detail }) => inLang(words.reason(field, detail), lang)).join(' ')
  return [
    '\ufeff',
    csvLine([inLang(reasonsHeader, lang), ...header]),
    ...rows.map((row) => csvLine([reasonsOf(row), ...row.cells])),
  ].join('')
}
