import { type LetterKind, type ZonedMoment, zonedInWords } from '../../core/letters.ts'
import { signed } from '../../core/numbers.ts'
import { stockPaths } from './paths.ts'

type OfAlarm = {
  placeId: string
  place: string
  /** The lowest and the highest, or the one there is. */
  celsius: string | null
  humidity: string | null
  began: ZonedMoment
}

const storeAlarm: LetterKind<OfAlarm> = {
  name: { zh: '库房温湿度报警', en: 'Store climate alarm' },
  hint: {
    zh: '库房的温湿度超出等级范围时',
    en: 'When the temperature or humidity of a store is out of range',
  },
  forStaff: true,
  path: ({ placeId }) => stockPaths.climate(placeId),
  letter: ({ place, began, ...found }, { link }) => ({
    subject: {
      zh: `${place}：温湿度超出范围`,
      en: `${place}: temperature or humidity out of range`,
    },
    body: {
      zh: `您好：\n\n${place} 自 ${zonedInWords(began).zh}起超出规定的温湿度范围，记录为 ${readingIn(found)}。\n\n请查看并处理：${link}`,
      en: `Hello,\n\n${place} has been out of its climate range since ${zonedInWords(began).en}. The reading was ${readingIn(found)}.\n\nPlease check: ${link}`,
    },
  }),
}

const readingIn = ({ celsius, humidity }: Pick<OfAlarm, 'celsius' | 'humidity'>) =>
  [celsius !== null && `${signed(celsius)} °C`, humidity !== null && `${humidity}% RH`]
    .filter(Boolean)
    .join(', ')

/** The letters of a genebank's stores. */
export const stockLetters = { store_alarm: storeAlarm }
