import type { Text } from '../../../core/text.ts'
import { unitNames as stockUnits } from '../../../stock/words/common.ts'
import type { AskedUnit } from '../model/units.ts'

/** What quantities are asked in. */
export const askedUnitNames: Readonly<Record<AskedUnit, Text>> = {
  ...stockUnits,
  sample: { zh: '份', en: 'samples' },
  hour: { zh: '小时', en: 'hours' },
  item: { zh: '项', en: 'items' },
}
