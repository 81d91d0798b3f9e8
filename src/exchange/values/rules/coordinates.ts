import { degreesOf } from '../../../germplasm/rules/coordinates.ts'

export type Axis = 'latitude' | 'longitude'

/** The field of decimal degrees beside each field of degrees, minutes and seconds. */
export const decimalFields: Readonly<Record<string, { key: string; axis: Axis }>> = {
  latitude: { key: 'declatitude', axis: 'latitude' },
  longitude: { key: 'declongitude', axis: 'longitude' },
}

export const axisOf: Readonly<Record<string, Axis>> = {
  declatitude: 'latitude',
  declongitude: 'longitude',
}

/** `DDMMSSN`, `DDDMMSSE` with `-` for what is missing: MCPD's own form, which stays as it is. */
export const isMcpdDegrees = (text: string) => /^\d{2,3}[\d-]{4}[NSEW]$/i.test(text.trim())

const degrees =
  /^(?<front>[NSEW])?\s*(?<sign>[+-])?(?<degrees>\d{1,3}(?:\.\d+)?)\s*(?:°\s*(?:(?<minutes>\d{1,2}(?:\.\d+)?)\s*′\s*(?:(?<seconds>\d{1,2}(?:\.\d+)?)\s*″?\s*)?)?)?(?<back>[NSEW])?$/i

const halves: Readonly<Record<Axis, string>> = { latitude: 'NS', longitude: 'EW' }

/**
 * Decimal degrees of a coordinate as people write it: `35.57`, `N35.57`, `35.57N`, `北纬35°34′12″`, `-42.5`, MCPD's
 * `353412N`. To six decimals (0.1 m) where there are minutes. Null where it is none, or of the other axis; the range of
 * the axis is not asked.
 */
export function coordinateOf(raw: string, axis: Axis): number | null {
  const text = plainMarks(raw)
  const mcpd = degreesOf(text, axis)
  if (mcpd !== null) return rounded(mcpd)
  const groups = degrees.exec(text)?.groups
  if (!groups) return null
  const sign = signOf(groups, axis)
  const size = sizeOf(groups)
  return sign === null || size === null ? null : sign * size
}

/** By the letter of the half or by a sign; null for both, and for a letter of the other axis. */
function signOf(groups: Record<string, string | undefined>, axis: Axis): 1 | -1 | null {
  const half = halfOf(groups['front'], groups['back'], axis)
  if (half === null || (half !== '' && groups['sign'])) return null
  return half === 'S' || half === 'W' || groups['sign'] === '-' ? -1 : 1
}

/** `35 34 12 N` */
const spaced = /^(\d{1,3}) +(\d{1,2}) +(\d{1,2}(?:\.\d+)?) *([NSEW])$/i

/** Signs of several keyboards as one, letters for 北纬 and its like, full-width digits as narrow ones. */
const plainMarks = (raw: string) =>
  raw
    .replaceAll(/[！-～]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll(/''|′′|[″”“"秒]/g, '″')
    .replaceAll(/[′’‘´'分]/g, '′')
    .replaceAll(/[°º˚度]/g, '°')
    .replaceAll('−', '-')
    .replace('北纬', 'N')
    .replace('南纬', 'S')
    .replace('东经', 'E')
    .replace('西经', 'W')
    .trim()
    .replace(spaced, '$1°$2′$3″$4')

/** The letter of the half, '' where there is none; null for two of them and for one of the other axis. */
function halfOf(front: string | undefined, back: string | undefined, axis: Axis): string | null {
  if (front && back) return null
  const half = (front ?? back ?? '').toUpperCase()
  return halves[axis].includes(half) ? half : null
}

function sizeOf(groups: Record<string, string | undefined>): number | null {
  const { degrees: whole = '', minutes, seconds } = groups
  if (minutes === undefined) return Number(whole)
  const [minute, second] = [Number(minutes), Number(seconds ?? 0)]
  if (whole.includes('.') || minute >= 60 || second >= 60) return null
  return rounded(Number(whole) + minute / 60 + second / 3600)
}

const rounded = (value: number) => Math.round(value * 1_000_000) / 1_000_000
