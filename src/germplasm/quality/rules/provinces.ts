import { onlyOne } from '../../../core/only.ts'
import type { Box } from './countries.ts'

/**
 * Provinces of China by name, each in a box (degrees WGS84) that its own government's description of its extent fits
 * into, to a tenth of a degree. Boxes overlap: they say only that a place cannot be in a province.
 */
const extents: readonly (readonly [zh: string, en: string, box: Box])[] = [
  ['北京', 'Beijing', [115.4, 39.4, 117.6, 41.1]],
  ['天津', 'Tianjin', [116.7, 38.5, 118.1, 40.3]],
  ['河北', 'Hebei', [113.4, 36, 119.9, 42.7]],
  ['山西', 'Shanxi', [110.2, 34.5, 114.6, 40.8]],
  ['内蒙古', 'Inner Mongolia', [97.1, 37.4, 126.1, 53.4]],
  ['辽宁', 'Liaoning', [118.8, 38.7, 125.8, 43.5]],
  ['吉林', 'Jilin', [121.6, 40.8, 131.4, 46.4]],
  ['黑龙江', 'Heilongjiang', [121.1, 43.4, 135.2, 53.6]],
  ['上海', 'Shanghai', [120.8, 30.6, 122.3, 31.9]],
  ['江苏', 'Jiangsu', [116.3, 30.7, 122, 35.2]],
  ['浙江', 'Zhejiang', [118, 27, 123.3, 31.3]],
  ['安徽', 'Anhui', [114.8, 29.3, 119.7, 34.7]],
  ['福建', 'Fujian', [115.8, 23.5, 120.8, 28.4]],
  ['江西', 'Jiangxi', [113.5, 24.4, 118.5, 30.1]],
  ['山东', 'Shandong', [114.7, 34.3, 122.8, 38.5]],
  ['河南', 'Henan', [110.3, 31.3, 116.7, 36.4]],
  ['湖北', 'Hubei', [108.3, 29, 116.2, 33.3]],
  ['湖南', 'Hunan', [108.7, 24.6, 114.3, 30.2]],
  ['广东', 'Guangdong', [109.6, 20.1, 117.4, 25.6]],
  ['广西', 'Guangxi', [104.4, 20.9, 112.1, 26.4]],
  ['海南', 'Hainan', [108.6, 3.8, 118, 20.3]],
  ['重庆', 'Chongqing', [105.2, 28.1, 110.2, 32.3]],
  ['四川', 'Sichuan', [97.3, 26, 108.6, 34.4]],
  ['贵州', 'Guizhou', [103.6, 24.6, 109.6, 29.3]],
  ['云南', 'Yunnan', [97.5, 21.1, 106.2, 29.3]],
  ['西藏', 'Xizang', [78.3, 26.5, 99.2, 36.9]],
  ['陕西', 'Shaanxi', [105.4, 31.7, 111.3, 39.6]],
  ['甘肃', 'Gansu', [92.2, 32.1, 108.8, 43]],
  ['青海', 'Qinghai', [89.3, 31.5, 103.1, 39.3]],
  ['宁夏', 'Ningxia', [104.2, 35.2, 107.7, 39.4]],
  ['新疆', 'Xinjiang', [73.4, 34.3, 96.5, 49.2]],
  ['台湾', 'Taiwan', [118.1, 20.7, 124.6, 26.4]],
]

export type Province = { name: { zh: string; en: string }; box: Box }

const provinces = extents.map(([zh, en, box]) => ({
  name: { zh, en },
  box,
  word: new RegExp(`\\b${en}\\b`),
}))

/** Autonomous prefectures and counties of other provinces that are called as a province is. */
const namesakes = /^(?:海南(?:藏族自治)?州|河南(?:蒙古族自治)?县)/

/** The province that a place in words begins with (甘肃省民勤县), or the only one that English words name. */
export function provinceIn(place: string): Province | undefined {
  const text = place.trim().replace(/^(?:中国|中华人民共和国)[，,\s]*/, '')
  if (namesakes.test(text)) return undefined
  const found = provinces.filter(({ name, word }) => text.startsWith(name.zh) || word.test(text))
  return onlyOne(found)
}
