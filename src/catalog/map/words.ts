import { inOneLang, type Lang, type Text, type Words } from '../../core/text.ts'
import type { MapWord } from './model.ts'

/** What maps say on the server. */
export const mapWords = {
  map: { zh: '地图', en: 'Map' },
  onMap: { zh: '在地图上', en: 'On the map' },
  mapOf: (places: number): Text => ({
    zh: `地图，${places} 处；点击可放大或查看`,
    en: `Map of ${places} ${places === 1 ? 'place' : 'places'}; select one to zoom in or view its record`,
  }),
  cluster: (count: string, where: string): Text => ({
    zh: `${count} 条，在 ${where} 附近：放大`,
    en: `${count} records near ${where}: zoom in`,
  }),
  onePlace: (count: string, where: string): Text => ({
    zh: `${count} 条，同在 ${where}：查看`,
    en: `${count} records, all at ${where}: list them`,
  }),
  placed: (count: string): Text => ({
    zh: `地图上有 ${count}。`,
    en: `On the map: ${count}.`,
  }),
  placedNewest: (count: string): Text => ({
    zh: `结果较多，地图仅显示最新的 ${count}；缩小范围可查看全部。`,
    en: `Only the newest ${count} are on the map. Narrow the area to see all.`,
  }),
  unplaced: (count: string): Text => ({
    zh: `另有 ${count}没有地点。`,
    en: `${count} more without a location.`,
  }),
  noPlace: {
    zh: '这些结果均无地点，地图无可显示内容。',
    en: 'None of these results have a location, so the map is empty.',
  },
  coarse: {
    zh: '受保护物种的地点只显示到度或十分之一度。',
    en: 'Sites of protected species are rounded to a degree or a tenth of a degree.',
  },
  wider: { zh: '显示更大范围', en: 'Show a wider area' },
  everywhere: { zh: '不限范围', en: 'Everywhere' },
  box: { zh: '范围', en: 'Area' },
  boxHint: {
    zh: '西,南,东,北，以度为单位；也可以在地图上画',
    en: 'West,south,east,north in degrees, or draw it on the map',
  },
  narrow: { zh: '在此范围内搜索', en: 'Search this area' },
  drawBox: { zh: '画方框', en: 'Draw a box' },
  drawPolygon: { zh: '画多边形', en: 'Draw a polygon' },
  here: { zh: '在当前视图内搜索', en: 'Search this view' },
  reviewNumber: (number: string): Text => ({ zh: `审图号：${number}`, en: `审图号 ${number}` }),
  bundled: {
    zh: '底图只有陆地、水面和经纬网（Natural Earth）。',
    en: 'The base map has land, water and graticule only (Natural Earth).',
  },
  near: { zh: '查看附近的资源', en: 'Show nearby records' },
  siteAt: (where: string): Text => ({ zh: `位置：${where}`, en: `Location: ${where}` }),
  siteWithin: (where: string, distance: string): Text => ({
    zh: `位置：${where}，误差 ${distance} 以内`,
    en: `Location: ${where}, within ${distance}`,
  }),
} satisfies Words

/** What the map says in the browser; `{count}` and `{where}` are put in there. */
const liveWords = {
  found: { zh: '图中有 {count} 条。', en: '{count} records in this view.' },
  failed: {
    zh: '无法加载当前视图的资源，请移动地图重试。',
    en: 'The records in this view could not be loaded. Move the map to try again.',
  },
  several: { zh: '{count} 条：放大', en: '{count} records: zoom in' },
  box: {
    zh: '在地图上按住并拖出一个方框；按 Esc 取消。',
    en: 'Press and drag on the map to draw a box; Esc cancels.',
  },
  polygon: {
    zh: '逐个点出顶点，至少三个；双击或按 Enter 完成，Backspace 去掉上一个，Esc 取消。',
    en: 'Click at least three corners; double-click or Enter finishes, Backspace removes the last corner, Esc cancels.',
  },
} as const satisfies Record<MapWord, Text>

export const liveWordsIn = (lang: Lang) => inOneLang(liveWords, lang)

/** What maplibre-gl itself says there, by its names for it. */
const libraryWords = {
  'Map.Title': {
    zh: '地图，方向键移动，加减键缩放',
    en: 'Map: arrow keys move it, plus and minus zoom',
  },
  'NavigationControl.ZoomIn': { zh: '放大', en: 'Zoom in' },
  'NavigationControl.ZoomOut': { zh: '缩小', en: 'Zoom out' },
} as const satisfies Record<string, Text>

export const libraryWordsIn = (lang: Lang) => inOneLang(libraryWords, lang)
