import { type Extent, pointAt } from './place.ts'

/** Seats of Gansu's prefectures by the first four digits of GB/T 2260: longitude and latitude, to a hundredth of a degree. */
const seats: Readonly<Record<string, readonly [longitude: number, latitude: number]>> = {
  '6201': [103.83, 36.06],
  '6202': [98.29, 39.77],
  '6203': [102.19, 38.52],
  '6204': [104.17, 36.54],
  '6205': [105.72, 34.58],
  '6206': [102.64, 37.93],
  '6207': [100.45, 38.93],
  '6208': [106.67, 35.54],
  '6209': [98.49, 39.73],
  '6210': [107.64, 35.71],
  '6211': [104.62, 35.58],
  '6212': [104.92, 33.4],
  '6229': [103.21, 35.6],
  '6230': [102.91, 34.98],
}

/** How far from its prefecture's seat an address may be, mostly. */
export const seatWithinM = 50_000

/** Where something stands of which only the prefecture or county is known. */
export function seatOf(region: string | null): Extent | null {
  const seat = seats[(region ?? '').slice(0, 4)]
  return seat ? pointAt(seat[0], seat[1]) : null
}
