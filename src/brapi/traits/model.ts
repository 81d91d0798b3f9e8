import type { LocalText } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import type { Category, Scale } from '../../germplasm/traits/model.ts'

/** A trait with its method and scale, and the ontology of its code. */
export type VariableRow = {
  id: string
  code: string
  name: LocalText
  crop: string | null
  category: Category
  method: LocalText
  scale: Scale
  unit: string | null
  lowest: number | null
  highest: number | null
  classes: string | null
  ontology: string
  createdAt: Temporal.Instant
  closedAt: Temporal.Instant | null
}
