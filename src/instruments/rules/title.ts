import { bothLanguages, type LocalText, type Text } from '../../core/text.ts'
import { inOneLine } from '../../mail/rules.ts'

/** In both languages: a record may have a title in one of them only. */
export const instrumentTitle = (instrument: {
  titleZh: string | null
  titleEn: string | null
}): Text => bothLanguages({ zh: instrument.titleZh, en: instrument.titleEn })

/** The same of a row about something of an instrument: a booking, a plan. */
export const titleOfInstrument = (row: OfInstrument): Text => bothLanguages(titleIn(row))

/** The same in a letter, where people's line breaks may not end a header or begin a paragraph. */
export const titleInLetter = (row: OfInstrument): Text => inOneLine(titleIn(row))

const titleIn = (row: OfInstrument): LocalText =>
  'instrument' in row ? row.instrument.title : { zh: row.instrumentZh, en: row.instrumentEn }

type OfInstrument =
  | { instrument: { title: LocalText } }
  | { instrumentZh: string | null; instrumentEn: string | null }
