import type { Parsed } from '../../core/fields.ts'

const shapes = {
  latitude: /^(?<degrees>\d{2})(?<minutes>[\d-]{2})(?<seconds>[\d-]{2})(?<half>[NS])$/,
  longitude: /^(?<degrees>\d{3})(?<minutes>[\d-]{2})(?<seconds>[\d-]{2})(?<half>[EW])$/,
}

const limits = { latitude: 90, longitude: 180 }

export type Axis = keyof typeof limits

/** Half of the last part that is known, on the ground: 1″ is 30.9 m along a meridian, and no longer along a parallel. */
const precisions = { second: 15, minute: 926, degree: 55_660 }

export type Coordinate = {
  degrees: number
  precision: keyof typeof precisions
  precisionM: number
}

/**
 * What an MCPD coordinate says, `DDMMSSN` or `DDDMMSSE`. Missing digits are `-` (`3836--N`): they count as zero, and the
 * precision says so. Null when it is written otherwise or is nowhere on the globe. The raw text is what is kept.
 */
export function coordinateOf(raw: string, axis: Axis): Coordinate | null {
  const parts = partsOf(raw, axis)
  if (!parts) return null
  const { degrees, minutes, seconds, half } = parts
  const size = degrees + (minutes ?? 0) / 60 + (seconds ?? 0) / 3600
  if (size > limits[axis]) return null
  const precision = minutes === null ? 'degree' : seconds === null ? 'minute' : 'second'
  const sign = half === 'S' || half === 'W' ? -1 : 1
  return { degrees: sign * size, precision, precisionM: precisions[precision] }
}

export const degreesOf = (raw: string, axis: Axis): number | null =>
  coordinateOf(raw, axis)?.degrees ?? null

/** For the fields LATITUDE and LONGITUDE: `北纬 38°36′（±1 km）`, `38°36′ N (±1 km)`. */
export const parseCoordinate =
  (axis: Axis) =>
  (raw: string): Parsed | null => {
    const parts = partsOf(raw, axis)
    const found = coordinateOf(raw, axis)
    if (!parts || !found) return null
    const { degrees, minutes, seconds, half } = parts
    const angle = [
      `${degrees}°`,
      ...(minutes === null ? [] : [`${minutes}′`]),
      ...(minutes === null || seconds === null ? [] : [`${seconds}″`]),
    ].join('')
    const around = `±${metres(found.precisionM)}`
    const { degrees: value, precision, precisionM } = found
    return {
      value: Math.round(value * 1e6) / 1e6,
      precision,
      precisionM,
      words: { zh: `${halves[half]} ${angle}（${around}）`, en: `${angle} ${half} (${around})` },
    }
  }

const halves: Readonly<Record<string, string>> = { N: '北纬', S: '南纬', E: '东经', W: '西经' }

const metres = (size: number) => (size < 500 ? `${size} m` : `${Math.round(size / 1000)} km`)

type Parts = { degrees: number; minutes: number | null; seconds: number | null; half: string }

/** The digits, null where they are missing; undefined when there is no such angle. */
function partsOf(raw: string, axis: Axis): Parts | undefined {
  const groups = shapes[axis].exec(raw.trim().toUpperCase())?.groups
  if (!groups) return undefined
  const [minutes, seconds] = [sixtieths(groups['minutes']), sixtieths(groups['seconds'])]
  if (minutes === undefined || seconds === undefined) return undefined
  return { degrees: Number(groups['degrees']), minutes, seconds, half: groups['half'] ?? '' }
}

/** 0–59; null for what is not known; undefined for what no clock has. */
function sixtieths(digits = '--'): number | null | undefined {
  if (digits.includes('-')) return null
  const value = Number(digits)
  return value < 60 ? value : undefined
}
