import { z } from 'zod'
import { form } from '../../core/form.ts'
import { Named } from '../../core/shapes.ts'
import { storageWords as words } from './words.ts'

/** Nine million GB: in bytes still a number that is exact. */
const mostGb = 9_000_000

export const storageForm = form(
  z.strictObject({ limitGb: z.number().nonnegative().max(mostGb).optional() }),
  { limitGb: { as: 'number', label: words.limit, hint: words.limitHint, unit: 'GB' } },
)
export type StorageLimit = z.output<typeof storageForm.schema>

const use = {
  usedBytes: z.int().describe('Verified files and uploads that are not finished.'),
  limitBytes: z.int().nullable().describe('Null is no limit.'),
}

export const StorageAnswer = z.object({ id: z.string(), ...use }).meta({ id: 'Storage' })
export const LabStorageAnswer = z
  .object({ id: z.string(), lab: Named, ...use })
  .meta({ id: 'LabStorage' })

/** How much somebody uses, and may use at most. */
export type Use = { usedBytes: number; limitBytes: number | null }
