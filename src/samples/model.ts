/** The families of samples that the national platforms tell apart. */
export const families = [
  'human',
  'animal',
  'plant',
  'environment',
  'specimen',
  'geological',
  'experimental',
  'reference',
] as const
export type Family = (typeof families)[number]

/** `out`: on loan, and expected back · `shipped`: gone for good. */
export const sampleStates = ['stored', 'out', 'shipped', 'used_up', 'destroyed'] as const
export type SampleState = (typeof sampleStates)[number]

/** What an amount is counted in. */
export const amountUnits = [
  'microlitre',
  'microgram',
  'milligram',
  'nanogram',
  'cell',
  'piece',
] as const
export type AmountUnit = (typeof amountUnits)[number]

/**
 * For what purpose samples may be used (DUO 0000042, 0000006, 0000007, 0000011): each contains what is narrower, and
 * `disease` names its codes.
 */
export const purposes = ['general', 'health', 'ancestry', 'disease'] as const
export type Purpose = (typeof purposes)[number]

/** What needs to be allowed besides the purpose (MIABIS-SAMPLE-11). */
export const furtherUses = ['commercial', 'genetic', 'abroad', 'xenograft', 'animal'] as const
export type FurtherUse = (typeof furtherUses)[number]
