import { numberOf } from '../../core/numbers.ts'
import { pastedRows } from '../../core/delimited.ts'
import { defaultZone, momentText } from '../../core/time.ts'
import type { Climate, ClimateClass } from './model.ts'

type Bounds = {
  celsiusFrom: number
  celsiusTo: number
  humidityFrom: number | null
  humidityTo: number | null
}

/** FAO Genebank Standards (2014) 4.2: −18 ± 3 °C or 5 to 10 °C, each at 15 ± 3 % relative humidity. */
const boundsOfClass: Readonly<Record<Exclude<ClimateClass, 'own'>, Bounds>> = {
  long_term: { celsiusFrom: -21, celsiusTo: -15, humidityFrom: 12, humidityTo: 18 },
  medium_term: { celsiusFrom: 5, celsiusTo: 10, humidityFrom: 12, humidityTo: 18 },
}

/** What a place is kept at: by its class, or as it says itself. One bound of the humidity alone goes on to the end. */
export function boundsOf({ class: of, ...own }: Climate): Bounds {
  if (of !== 'own') return boundsOfClass[of]
  const { celsiusFrom = -273, celsiusTo = 200, humidityFrom, humidityTo } = own
  const isWatched = humidityFrom !== undefined || humidityTo !== undefined
  return {
    celsiusFrom,
    celsiusTo,
    humidityFrom: isWatched ? (humidityFrom ?? 0) : null,
    humidityTo: isWatched ? (humidityTo ?? 100) : null,
  }
}

const columns = {
  at: /time|date|时间|日期/i,
  celsius: /temp|celsius|温度|℃|°c/i,
  humidity: /hum|rh|湿度/i,
}

/**
 * What a logger wrote as readings: a header that names a time and a temperature or a humidity, perhaps below a few lines
 * about the logger, then a line for each. Undefined where there is no such header, or nothing below it. Cells that say
 * nothing (`--`) are left out; what is no time or number is left for the schema to refuse.
 */
export function readingsIn(text: string): object[] | undefined {
  const all = pastedRows(text)
  const head = all.findIndex(isHeader)
  const [header = [], rows] = [all[head], all.slice(head + 1)]
  if (head < 0 || rows.length === 0) return undefined
  const at = indexOf(header, columns.at)
  const [celsius, humidity] = [indexOf(header, columns.celsius), indexOf(header, columns.humidity)]
  return rows.map((cells) => ({
    at: momentIn(cells[at] ?? ''),
    ...numberIn('celsius', cells[celsius]),
    ...numberIn('humidity', cells[humidity]),
  }))
}

const indexOf = (header: readonly string[], name: RegExp) =>
  header.findIndex((cell) => name.test(cell))

const isHeader = (cells: readonly string[]) =>
  indexOf(cells, columns.at) >= 0 &&
  (indexOf(cells, columns.celsius) >= 0 || indexOf(cells, columns.humidity) >= 0)

function numberIn(name: string, cell: string | undefined) {
  if (cell === undefined || /^[-–—/]*$/.test(cell)) return {}
  const value = numberOf(cell.replace(/\s*(?:°C|℃|%|%RH)$/i, ''))
  return { [name]: Number.isNaN(value) ? cell : value }
}

const written =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/

const two = (part: string) => part.padStart(2, '0')

/** `2026/3/2 9:05` by the clock of the province; what has an offset, or is no time, stays as it is. */
function momentIn(text: string): string {
  const [, year, month, day, hour, minute, second = '00'] = written.exec(text) ?? []
  if (!year || !month || !day || !hour || !minute) return text
  const wall = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}`
  return momentText(wall, defaultZone)
}
