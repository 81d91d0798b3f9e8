import type { Text, Words } from '../../core/text.ts'
import type { FillOrder, WellNaming } from './model.ts'

export const placeWords = {
  places: { zh: '存放位置', en: 'Locations' },
  lead: {
    zh: '楼、库房、柜、抽屉、位：各单位按层级管理存放位置，批次存放其中。',
    en: 'Buildings, rooms, cabinets, drawers and positions of each institution where lots are stored.',
  },
  none: { zh: '还没有存放位置。', en: 'No locations yet.' },
  noneHint: {
    zh: '请先新增最上层的位置（例如一栋楼或一间冷库），再逐层添加下级位置。',
    en: 'Start with the top level, such as a building or cold room, then add the locations inside it.',
  },
  noneInside: { zh: '没有下级位置。', en: 'No locations inside.' },
  inside: { zh: '下级位置', en: 'Locations inside' },
  lotsHere: { zh: '存放于此的批次', en: 'Lots stored here' },
  add: { zh: '新增位置', en: 'Add location' },
  addInside: { zh: '新增下级位置', en: 'Add inside' },
  added: (code: string): Text => ({ zh: `已新增位置 ${code}`, en: `Location ${code} added` }),
  edit: { zh: '修改或移动', en: 'Edit or move' },
  path: { zh: '路径', en: 'Path' },
  lotCount: { zh: '批次数', en: 'Lots' },
  placeCount: { zh: '下级位置', en: 'Locations inside' },
  blocked: { zh: '停用', en: 'Blocked' },
  codeHint: {
    zh: '在上级位置内唯一，不含 /',
    en: 'Unique within its parent location; must not contain /',
  },
  badCode: {
    zh: '编号中不能有“/”：它用来分隔各级位置。',
    en: 'A code cannot contain “/”, which separates levels.',
  },
  holdsOneHint: {
    zh: '例如管位：已占用时不能再放入。',
    en: 'For example a tube position: nothing else can be stored there while it is occupied.',
  },
  parentHint: {
    zh: '从最上层起的各级编号，用 / 分隔；留空为最上层。修改后，其中的全部内容一并移动。',
    en: 'Codes from the top level down, separated by /. Leave empty for the top level. Everything inside moves with it.',
  },
  blockedHint: {
    zh: '停用后不能再放入；已存放的不受影响。',
    en: 'Nothing more can be stored there. What is already stored stays.',
  },
  placeHint: {
    zh: '扫描位置标签，或输入各级编号并用 / 分隔，例如 1/203/A/3/12',
    en: 'Scan the location label, or enter the codes separated by /, for example 1/203/A/3/12',
  },
  noPlace: {
    zh: '位置不存在：请核对各级编号，用 / 分隔。',
    en: 'This location does not exist. Check the codes, separated by /.',
  },
  codeTaken: {
    zh: '同一上级位置内已有该编号，请更换编号。',
    en: 'The parent location already has this code. Choose another.',
  },
  taken: {
    zh: '该位置仅放一件，且已占用。请选择其他位置，或先移走原有的。',
    en: 'This location holds one item and is occupied. Choose another, or move the item first.',
  },
  isBlocked: (path: string): Text => ({
    zh: `位置 ${path} 已停用，请选择其他位置。`,
    en: `Location ${path} is blocked. Choose another.`,
  }),
  holdsOneHasInside: {
    zh: '有下级位置的地方不能设为仅放一件。',
    en: 'A location with locations inside cannot be limited to one item.',
  },
  nothingInside: (path: string): Text => ({
    zh: `位置 ${path} 仅放一件，不能有下级位置。`,
    en: `Location ${path} holds one item and cannot have locations inside.`,
  }),
  insideItself: {
    zh: '位置不能移到自身之内。',
    en: 'A location cannot be moved into itself.',
  },
  tooDeep: (most: number): Text => ({
    zh: `位置最多 ${most} 级，请选择更高的层级。`,
    en: `Locations can be nested up to ${most} levels. Choose a higher level.`,
  }),
  gridHint: {
    zh: '有孔位的盒或架填写行数和列数，例如 8 行 12 列；没有孔位则留空。',
    en: 'For boxes and racks with wells, for example 8 rows and 12 columns. Leave empty if there are no wells.',
  },
  capacityHint: {
    zh: '无孔位容器的最大存放件数；留空表示不限。',
    en: 'Maximum number of items in a container without wells. Leave empty for no limit.',
  },
  awaitsDestructionHint: {
    zh: '供体已撤回同意的样本在销毁前只能存放于此；下级位置同样适用。',
    en: 'Samples whose donors withdrew consent are stored only here until they are destroyed. Also applies to locations inside.',
  },
  gridWhole: { zh: '行数和列数须同时填写。', en: 'Enter both rows and columns, or neither.' },
  gridOrCapacity: {
    zh: '有孔位时容量为行数乘列数，请留空。',
    en: 'With wells, the capacity is rows × columns. Leave this empty.',
  },
  gridInUse: {
    zh: '盒中已有样本，更改列数或取消孔位会打乱位置，请先清空。',
    en: 'The box is in use, and changing its columns would shift every position. Empty it first.',
  },
  gridTooSmall: {
    zh: '后面的孔位中有样本，不能减少到此行数。',
    en: 'Wells in later rows are in use. Keep at least those rows.',
  },
  wells: { zh: '孔位与样本', en: 'Wells and samples' },
  boxes: { zh: '架与盒', en: 'Racks and boxes' },
  storage: { zh: '存储图', en: 'Storage map' },
  sampleCount: { zh: '样本数', en: 'Samples' },
  keepersOnly: {
    zh: '只有本单位的资源管理员可以查看存放位置。',
    en: 'Only curators of the institution can view its locations.',
  },
} satisfies Words

export const placeTypeNames = {
  building: { zh: '楼', en: 'Building' },
  room: { zh: '库房', en: 'Room' },
  field: { zh: '圃', en: 'Field' },
  freezer: { zh: '冰箱', en: 'Freezer' },
  tank: { zh: '液氮罐', en: 'Tank' },
  cabinet: { zh: '柜', en: 'Cabinet' },
  shelf: { zh: '层架', en: 'Shelf' },
  rack: { zh: '架', en: 'Rack' },
  drawer: { zh: '抽屉', en: 'Drawer' },
  box: { zh: '盒', en: 'Box' },
  position: { zh: '位', en: 'Position' },
} as const satisfies Words

export const namingNames: Readonly<Record<WellNaming, Text>> = {
  letters: { zh: '字母加数字（A1）', en: 'Letters and numbers (A1)' },
  numbers: { zh: '连续数字（1）', en: 'Numbers in reading order (1)' },
}

export const fillOrderNames: Readonly<Record<FillOrder, Text>> = {
  rows: { zh: '逐行', en: 'Row by row' },
  columns: { zh: '逐列', en: 'Column by column' },
}

/** What the audit calls fields that no form asks for. */
export const placeFieldNames = {
  wells: { zh: '孔位', en: 'Wells' },
} satisfies Words
