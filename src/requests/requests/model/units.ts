import { units } from '../../../stock/model.ts'

/** What stock is counted in, and what samples and services are. */
export const askedUnits = [...units, 'sample', 'hour', 'item'] as const
export type AskedUnit = (typeof askedUnits)[number]
