import type { Text, Words } from '../../core/text.ts'
import type { FillOrder, WellNaming } from './model.ts'

export const placeWords = {
  places: { zh: '存放位置', en: 'Places' },
  lead: {
    zh: '楼、库房、柜、抽屉、位：每个单位一棵树，批次放在其中。',
    en: 'Buildings, rooms, cabinets, drawers and positions of each institution, in which lots are stored.',
  },
  none: { zh: '还没有存放位置。', en: 'There are no places yet.' },
  noneHint: {
    zh: '先建最上层的位置，例如一栋楼或一间冷库，再逐层往里加。',
    en: 'Start with the outermost place, such as a building or cold room, then add the places inside it.',
  },
  noneInside: { zh: '里面没有更小的位置。', en: 'No places inside.' },
  inside: { zh: '里面的位置', en: 'Places inside' },
  lotsHere: { zh: '放在这里的批次', en: 'Lots stored here' },
  add: { zh: '新增位置', en: 'Add a place' },
  addInside: { zh: '在里面新增', en: 'Add inside' },
  added: (code: string): Text => ({ zh: `已新增位置 ${code}`, en: `Place ${code} was added` }),
  edit: { zh: '修改或移动', en: 'Edit or move' },
  path: { zh: '路径', en: 'Path' },
  lotCount: { zh: '批次数', en: 'Lots' },
  placeCount: { zh: '下级位置', en: 'Places inside' },
  blocked: { zh: '停用', en: 'Blocked' },
  codeHint: { zh: '在上级位置内不重复，不含 /', en: 'Unique within its parent place; no /' },
  badCode: {
    zh: '编号中不能有“/”：它用来分隔各级位置。',
    en: 'A code cannot contain “/”, which separates the levels.',
  },
  holdsOneHint: {
    zh: '例如一个管位：已有批次时不能再放第二件。',
    en: 'For example the position of a tube: it takes nothing else while occupied.',
  },
  parentHint: {
    zh: '从最上层起的各级编号，用 / 分隔；留空为最上层。修改后，其中的全部内容一并移动。',
    en: 'Codes from the top level down, separated by /. Leave empty for the top level. Everything inside moves with it.',
  },
  blockedHint: {
    zh: '停用后不能再往里面放东西，已经放着的不变。',
    en: 'Nothing more can be stored there; what is already there stays.',
  },
  placeHint: {
    zh: '扫描位置标签，或输入各级编号，用 / 分隔，例如 1/203/A/3/12',
    en: 'Scan its label, or type the codes separated by /, e.g. 1/203/A/3/12',
  },
  noPlace: {
    zh: '没有这个位置：请核对各级编号，用 / 分隔。',
    en: 'No such place: check the codes, separated by /.',
  },
  codeTaken: {
    zh: '同一上级位置里已有这个编号，请换一个。',
    en: 'The parent place already has this code: choose another.',
  },
  taken: {
    zh: '这个位置只放一件，现已有别的东西。请换一个位置，或先移走原来的。',
    en: 'This place holds one thing and is occupied: choose another, or move that first.',
  },
  isBlocked: (path: string): Text => ({
    zh: `位置 ${path} 已停用，请换一个。`,
    en: `Place ${path} is blocked: choose another.`,
  }),
  holdsOneHasInside: {
    zh: '里面还有位置的地方不能只放一件。',
    en: 'A place with places inside cannot hold one thing only.',
  },
  nothingInside: (path: string): Text => ({
    zh: `位置 ${path} 只放一件，里面不能再有位置。`,
    en: `Place ${path} holds one thing: it has no places inside.`,
  }),
  insideItself: {
    zh: '一个位置不能移到它自己里面。',
    en: 'A place cannot be moved into itself.',
  },
  tooDeep: (most: number): Text => ({
    zh: `位置最多 ${most} 级，请放到更外层。`,
    en: `Places can be nested ${most} levels deep at most: choose a higher level.`,
  }),
  gridHint: {
    zh: '有孔位的盒或架填写行数和列数，例如 8 行 12 列；没有孔位的留空。',
    en: 'For boxes and racks with wells, e.g. 8 rows and 12 columns; empty where there are none.',
  },
  capacityHint: {
    zh: '没有孔位的容器最多放几件；留空为不限。',
    en: 'The most that a container without wells holds; empty for no limit.',
  },
  awaitsDestructionHint: {
    zh: '已撤回同意的样本只能放在这里，直到销毁；里面的位置相同。',
    en: 'Samples of donors who withdrew are stored only here until they are destroyed; holds for all places inside.',
  },
  gridWhole: { zh: '行数和列数要同时填写。', en: 'Give both rows and columns, or neither.' },
  gridOrCapacity: {
    zh: '有孔位时容量就是行数乘列数，请留空。',
    en: 'With wells the capacity is rows times columns: leave this empty.',
  },
  gridInUse: {
    zh: '盒里还有东西，改列数或去掉孔位会弄乱位置：请先清空。',
    en: 'The box is in use, and changing its columns would shift every position: empty it first.',
  },
  gridTooSmall: {
    zh: '更靠后的孔位还有东西，行数不能这样少。',
    en: 'There is something in wells further down: keep at least those rows.',
  },
  wells: { zh: '孔位与样本', en: 'Wells and samples' },
  boxes: { zh: '架与盒', en: 'Racks and boxes' },
  storage: { zh: '存储图', en: 'Storage map' },
  sampleCount: { zh: '样本数', en: 'Samples' },
  keepersOnly: {
    zh: '存放位置只对本单位的资源管理员开放。',
    en: 'Only curators of the institution can see its places.',
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
