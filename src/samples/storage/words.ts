import type { Text, Words } from '../../core/text.ts'
import type { Temperature } from './model.ts'

export const storageWords = {
  map: { zh: '存储图', en: 'Storage map' },
  lead: {
    zh: '各单位冰箱和液氮罐的使用情况，可逐级查看到每个盒。',
    en: 'Freezers and liquid nitrogen tanks of each institution and their occupancy, down to each box.',
  },
  none: { zh: '还没有冰箱或液氮罐。', en: 'No freezers or liquid nitrogen tanks yet.' },
  noneHint: {
    zh: '先新增类型为“冰箱”或“液氮罐”的存放位置，再添加架和盒。',
    en: 'Add a location of type freezer or liquid nitrogen tank, then add racks and boxes to it.',
  },
  report: { zh: '利用率', en: 'Utilisation' },
  reportLead: {
    zh: '各冰箱和液氮罐的孔位：已用、停用、空闲，以及使用率低于 30% 的盒。',
    en: 'Wells in each freezer and tank: in use, blocked and free, and boxes less than 30% full.',
  },
  freezer: { zh: '冰箱或液氮罐', en: 'Freezer or tank' },
  institution: { zh: '单位', en: 'Institution' },
  boxes: { zh: '盒数', en: 'Boxes' },
  wells: { zh: '孔位', en: 'Wells' },
  used: { zh: '已用', en: 'In use' },
  kept: { zh: '保留', en: 'Kept' },
  blocked: { zh: '停用', en: 'Blocked' },
  free: { zh: '空闲', en: 'Free' },
  sparse: { zh: '使用率低于 30% 的盒', en: 'Boxes less than 30% full' },
  share: { zh: '使用率（%）', en: 'Utilisation (%)' },
  usedOf: (used: string, wells: string): Text => ({
    zh: `已用 ${used} / ${wells}`,
    en: `${used} of ${wells} in use`,
  }),
  inside: (used: string): Text => ({ zh: `已放 ${used}`, en: `${used} inside` }),
  atTop: { zh: '不在盒中', en: 'Not in a box' },
  noBoxes: { zh: '里面还没有盒。', en: 'No boxes inside yet.' },
  finder: { zh: '查找空位', en: 'Find free wells' },
  finderLead: {
    zh: '填写孔位数和保存温度；孔位相连、剩余空位最少的盒排在前面。',
    en: 'Enter the number of wells and the storage temperature. Boxes with adjoining free wells and the least remaining space come first.',
  },
  noSpace: { zh: '没有盒能放下这么多样本。', en: 'No single box has that many free wells.' },
  noSpaceHint: {
    zh: '请减少数量，或分多次查找。',
    en: 'Reduce the number, or search several times.',
  },
  count: { zh: '孔位数', en: 'Number of wells' },
  temperature: { zh: '保存温度', en: 'Storage temperature' },
  box: { zh: '盒或架', en: 'Box or rack' },
  from: { zh: '从孔位', en: 'From well' },
  to: { zh: '到孔位', en: 'To well' },
  together: { zh: '孔位相连', en: 'Adjoining' },
  merges: { zh: '可以合并的盒', en: 'Boxes that could be merged' },
  mergesLead: {
    zh: '使用率低于 30% 的盒，以及同一冰箱内可容纳其全部样本的盒。',
    en: 'Boxes less than 30% full, each with a box in the same freezer that has room for all its samples.',
  },
  noMerges: { zh: '没有可以合并的盒。', en: 'No boxes to merge.' },
  into: { zh: '移至', en: 'Move to' },
  intoFree: { zh: '目标空位', en: 'Free wells there' },
  merge: { zh: '全部移入', en: 'Move all samples' },
  mergeAbout: {
    zh: '此操作仅登记位置，请同时移动实物。可在目标盒撤销。',
    en: 'This only records the new locations; move the tubes as well. You can undo it at the destination box.',
  },
  merged: (moved: number): Text => ({
    zh: `已移动 ${moved} 个样本`,
    en: `${moved} samples moved`,
  }),
  noPlace: { zh: '盒不存在。', en: 'This box does not exist.' },
  noRoom: {
    zh: '目标盒空位不足，请重新查看。',
    en: 'The destination box no longer has enough room. Check again.',
  },
  movable: { zh: '整盒移动', en: 'Move a whole box' },
  moveLead: {
    zh: '先扫描盒或架，再扫描目标架或冰箱；里面的样本一起移动。',
    en: 'Scan the box or rack, then the destination rack or freezer. Everything inside moves with it.',
  },
  move: { zh: '移动', en: 'Move' },
  moved: (path: string): Text => ({ zh: `已移到 ${path}`, en: `Moved to ${path}` }),
  labelHint: {
    zh: '扫描标签或输入路径；编号唯一时可以只输入编号。',
    en: 'Scan the label or enter the path. If the code is unique, the code alone is enough.',
  },
  severalSuch: (code: string): Text => ({
    zh: `有多个位置的编号为 ${code}，请输入完整路径。`,
    en: `Several locations have the code ${code}. Enter the full path.`,
  }),
} satisfies Words

export const temperatureNames: Readonly<Record<Temperature, Text>> = {
  RT: { zh: '室温', en: 'Room temperature' },
  '2to10': { zh: '2 至 10 °C', en: '2 to 10 °C' },
  '-18to-35': { zh: '−18 至 −35 °C', en: '−18 to −35 °C' },
  '-60to-85': { zh: '−60 至 −85 °C', en: '−60 to −85 °C' },
  'below-135': { zh: '低于 −135 °C', en: 'Below −135 °C' },
  'LN-vapour': { zh: '液氮气相', en: 'Liquid nitrogen, vapour phase' },
  'LN-liquid': { zh: '液氮液相', en: 'Liquid nitrogen, liquid phase' },
}
