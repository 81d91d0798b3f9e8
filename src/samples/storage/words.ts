import type { Text, Words } from '../../core/text.ts'
import type { Temperature } from './model.ts'

export const storageWords = {
  map: { zh: '存储图', en: 'Storage map' },
  lead: {
    zh: '各单位冰箱和液氮罐的使用情况，可逐级查看到每个盒。',
    en: 'The freezers and tanks of each institution and how full they are, down to the box.',
  },
  none: { zh: '还没有冰箱或液氮罐。', en: 'There are no freezers or tanks yet.' },
  noneHint: {
    zh: '先新增类型为“冰箱”或“液氮罐”的存放位置，再在里面加架和盒。',
    en: 'Add a place of the type freezer or tank, then racks and boxes inside.',
  },
  report: { zh: '利用率', en: 'Utilisation' },
  reportLead: {
    zh: '每台冰箱和液氮罐的孔位：已用、停用、空闲，以及不到三成满的盒。',
    en: 'Wells of each freezer and tank: in use, blocked, free, and the boxes that are less than 30% full.',
  },
  freezer: { zh: '冰箱或液氮罐', en: 'Freezer or tank' },
  institution: { zh: '单位', en: 'Institution' },
  boxes: { zh: '盒数', en: 'Boxes' },
  wells: { zh: '孔位', en: 'Wells' },
  used: { zh: '已用', en: 'In use' },
  kept: { zh: '保留', en: 'Kept' },
  blocked: { zh: '停用', en: 'Blocked' },
  free: { zh: '空闲', en: 'Free' },
  sparse: { zh: '不到三成满的盒', en: 'Boxes under 30%' },
  share: { zh: '使用率（%）', en: 'In use (%)' },
  usedOf: (used: string, wells: string): Text => ({
    zh: `已用 ${used} / ${wells}`,
    en: `${used} of ${wells} in use`,
  }),
  inside: (used: string): Text => ({ zh: `已放 ${used}`, en: `${used} inside` }),
  atTop: { zh: '直接在里面', en: 'Directly inside' },
  noBoxes: { zh: '里面还没有盒。', en: 'There are no boxes inside yet.' },
  finder: { zh: '找空位', en: 'Find free wells' },
  finderLead: {
    zh: '填写孔位数和保存温度；孔位相连、放入后剩余最少的盒排在前面。',
    en: 'Enter the number of wells and the storage temperature. Boxes with adjoining free wells and the least space left over come first.',
  },
  noSpace: { zh: '没有一个盒能放下这么多。', en: 'No single box has room for that many.' },
  noSpaceHint: { zh: '减少数量，或分几次找。', en: 'Ask for fewer, or look for several boxes.' },
  count: { zh: '孔位数', en: 'Number of wells' },
  temperature: { zh: '保存温度', en: 'Storage temperature' },
  box: { zh: '盒或架', en: 'Box or rack' },
  from: { zh: '从孔位', en: 'From well' },
  to: { zh: '到孔位', en: 'To well' },
  together: { zh: '连在一起', en: 'Side by side' },
  merges: { zh: '可以合并的盒', en: 'Boxes that could be merged' },
  mergesLead: {
    zh: '不到三成满的盒，以及同一冰箱里放得下它全部样本的盒。',
    en: 'Boxes under 30% full, each with a box of the same freezer that has room for all of its samples.',
  },
  noMerges: { zh: '没有可以合并的盒。', en: 'No boxes to merge.' },
  into: { zh: '放到', en: 'Into' },
  intoFree: { zh: '那里空闲', en: 'Free there' },
  merge: { zh: '全部移过去', en: 'Move all of it' },
  mergeAbout: {
    zh: '只登记位置：请同时把管子真正移过去。可以在目标盒撤销。',
    en: 'This records the positions only: move the tubes as well. It can be taken back at the other box.',
  },
  merged: (moved: number): Text => ({
    zh: `已移动 ${moved} 个样本`,
    en: `${moved} samples were moved`,
  }),
  noPlace: { zh: '没有这个盒。', en: 'There is no such box.' },
  noRoom: {
    zh: '那个盒已经放不下了，请重新查看。',
    en: 'That box has no longer room for all: look again.',
  },
  movable: { zh: '整盒移动', en: 'Move a whole box' },
  moveLead: {
    zh: '先扫描盒或架，再扫描它要去的架或冰箱；里面的一切一起移动。',
    en: 'Scan the box or rack, then the rack or freezer it goes into. Everything inside moves with it.',
  },
  move: { zh: '移动', en: 'Move' },
  moved: (path: string): Text => ({ zh: `已移到 ${path}`, en: `Moved: now at ${path}` }),
  labelHint: {
    zh: '扫描标签，或输入路径；编号只有一个时只输编号也可以。',
    en: 'Scan its label, or type the path; the code alone where only one place has it.',
  },
  severalSuch: (code: string): Text => ({
    zh: `有几个位置的编号是 ${code}，请输入完整路径。`,
    en: `Several places have the code ${code}: type the whole path.`,
  }),
} satisfies Words

export const temperatureNames: Readonly<Record<Temperature, Text>> = {
  RT: { zh: '室温', en: 'Room temperature' },
  '2to10': { zh: '2 至 10 °C', en: '2 to 10 °C' },
  '-18to-35': { zh: '−18 至 −35 °C', en: '−18 to −35 °C' },
  '-60to-85': { zh: '−60 至 −85 °C', en: '−60 to −85 °C' },
  'below-135': { zh: '低于 −135 °C', en: 'Below −135 °C' },
  'LN-vapour': { zh: '液氮气相', en: 'Liquid nitrogen, vapour' },
  'LN-liquid': { zh: '液氮液相', en: 'Liquid nitrogen, liquid' },
}
