import { codeLists } from '../../../catalog/records/actions/create.ts'
import { valuesFor } from '../../../catalog/records/actions/read.ts'
import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { sectionsOf } from '../../../catalog/records/pages/values.tsx'
import { vocabulariesOf } from '../../../catalog/records/rules/record.ts'
import { fieldsOf } from '../../../kinds.ts'
import { Section } from '../../../web/components/navigation.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import { germplasmPaths } from '../../words/paths.ts'
import { findOpenLibrary } from '../actions.ts'
import { libraryWords as words } from '../words.ts'

/** On an accession's page: what its library says most about it by, and the way to the library. */
export const librarySection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  const library = row.library === null ? undefined : await findOpenLibrary(ctx, row.library)
  if (!library) return null
  const known = fieldsOf(row.kind, row.profile).filter(({ internal }) => !internal)
  const fields = library.highlights.flatMap((key) => known.find((field) => field.key === key) ?? [])
  const vocabularies = await codeLists(ctx, vocabulariesOf(fields))
  const values = valuesFor(c.var.ctx, row)
  const shown = fields.flatMap((field) =>
    sectionsOf(row.kind, { fields: [field], values, vocabularies }).flatMap(
      (section) => section.fields,
    ),
  )
  return (
    <Section
      title={words.highlights}
      more={{ text: library.name, href: germplasmPaths.library(library.id) }}
    >
      <FieldList fields={shown} />
    </Section>
  )
}
