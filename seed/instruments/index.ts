import { analysis } from './analysis.ts'
import { fields } from './fields.ts'
import { imaging } from './imaging.ts'

export const instruments = [...analysis, ...imaging, ...fields]
