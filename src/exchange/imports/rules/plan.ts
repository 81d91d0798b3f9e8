import type { Kind } from '../../../catalog/records/model/record.ts'
import { Problem } from '../../../core/problem.ts'
import { fieldsOf } from '../../../kinds.ts'
import type { Mapping } from '../../mapping/model.ts'
import {
  profileFor,
  refuseOtherTables,
  type Targets,
  targetsOf,
  unknownColumns,
} from '../../mapping/rules.ts'
import { mappingWords } from '../../mapping/words.ts'
import type { RowProblem } from '../../model.ts'
import type { Table } from '../../reading/model.ts'
import { paddedWidthOf } from '../../reading/rules/facts.ts'
import { isIdentifier } from '../../values/rules/damage.ts'
import type { ColumnRule, RowPlan } from './row.ts'

type Planned = { kind: Kind; table: Table; mapping: Mapping }

/**
 * What each column of a table is, and what it asks of its cells. Refuses tables of something else before anything of
 * them is stored. Code lists and holder are added by who can read them.
 */
export function planOf({
  kind,
  table,
  mapping,
}: Planned): Omit<RowPlan, 'vocabularies' | 'holder'> {
  const { header, rowCount } = table
  const profile = profileFor(kind, header)
  const fields = fieldsOf(kind, profile)
  const targets = targetsOf(header, fields, mapping)
  refuseOtherTables({ kind, header, targets })
  if (rowCount === 0) throw new Problem('invalid', mappingWords.noRows)
  return {
    kind,
    profile,
    fields: new Map(fields.map((field) => [field.key, field])),
    targets,
    columns: columnRules(table, targets),
    isLenient: table.isLenient === true,
  }
}

/** What is said about the table and about none of its rows. */
export const notesOn = (table: Table, targets: Targets): RowProblem[] => [
  ...unknownColumns(table.headerRow, { header: table.header, targets }),
  ...table.leftOut,
]

function columnRules({ header, rowCount, columns }: Table, targets: Targets) {
  const rules = new Map<number, ColumnRule>()
  for (const [at, target] of targets.entries()) {
    const facts = columns[at]
    if (target?.type !== 'field' || !facts) continue
    const isNeeded = isNeededColumn(header[at] ?? '') && facts.filled >= rowCount * 0.8
    const paddedWidth = isIdentifier(target.field.key) ? paddedWidthOf(facts) : undefined
    if (isNeeded || paddedWidth !== undefined) rules.set(at, { isNeeded, paddedWidth })
  }
  return rules
}

/**
 * Columns that the Chinese common descriptors ask for, by the names that these have there. Where four rows in five have
 * their number and name, one without has forgotten it; a file in which many have none means it.
 */
const isNeededColumn = (name: string) => name === '全国统一编号' || name === '种质名称'
