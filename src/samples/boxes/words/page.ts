import type { Text, Words } from '../../../core/text.ts'
import type { Displacement } from '../model.ts'

/** What the page of a box says. */
export const boxPageWords = {
  contents: { zh: '孔位', en: 'Wells' },
  container: { zh: '里面的样本', en: 'Samples inside' },
  boxesLead: (path: string, used: string, capacity: string | null): Text => ({
    zh: capacity === null ? `${path} · 已放 ${used}` : `${path} · 已用 ${used} / ${capacity}`,
    en: capacity === null ? `${path} · ${used} inside` : `${path} · ${used} of ${capacity} in use`,
  }),
  scan: { zh: '扫描或输入样本编号', en: 'Scan or type a sample code' },
  well: { zh: '孔位', en: 'Well' },
  putIn: { zh: '放入', en: 'Put in' },
  put: (code: string, well: string | null): Text => ({
    zh: well === null ? `${code} 已放入` : `${code} 已放入 ${well}`,
    en: well === null ? `${code} was put in` : `${code} is in ${well}`,
  }),
  grid: { zh: '盒中的孔位', en: 'Wells of the box' },
  displaced: { zh: '原有样本', en: 'Sample that is there' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  free: { zh: '空', en: 'free' },
  other: { zh: '其他样本集', en: 'another collection' },
  kept: { zh: '保留', en: 'kept' },
  isBlocked: { zh: '停用', en: 'blocked' },
  legend: { zh: '图例', en: 'Legend' },
  inUse: { zh: '已用', en: 'In use' },
  keptLong: { zh: '为借出的样本保留', en: 'Kept for a sample on loan' },
  blockedLong: { zh: '停用的孔位', en: 'Blocked well' },
  withdrawnLong: { zh: '已撤回，等待销毁', en: 'Withdrawn, to be destroyed' },
  freeLong: { zh: '空孔位', en: 'Free well' },
  chosen: { zh: '选中的孔位', en: 'Chosen well' },
  here: (well: string): Text => ({ zh: `孔位 ${well}`, en: `Well ${well}` }),
  isFree: {
    zh: '这个孔位是空的：扫描样本即放入这里。',
    en: 'This well is free: a scanned sample goes here.',
  },
  takeOut: { zh: '取出', en: 'Take out' },
  takeOutAbout: {
    zh: '样本的位置记为不明；孔位可以为它保留。',
    en: 'Its location is then unknown; the well can be kept for it.',
  },
  keepsPlace: { zh: '为它保留孔位（借出）', en: 'Keep the well for it (on loan)' },
  taken: (code: string): Text => ({ zh: `${code} 已取出`, en: `${code} was taken out` }),
  block: { zh: '停用孔位', en: 'Block this well' },
  open: { zh: '重新启用', en: 'Open this well' },
  reason: { zh: '停用原因', en: 'Reason for blocking' },
  blocked: (well: string): Text => ({ zh: `孔位 ${well} 已停用`, en: `Well ${well} is blocked` }),
  opened: (well: string): Text => ({ zh: `孔位 ${well} 已启用`, en: `Well ${well} is open again` }),
  place: { zh: '存放位置', en: 'Place' },
  undo: { zh: '撤销上一步', en: 'Undo last step' },
  undone: { zh: '已撤销上一步', en: 'The last step was taken back' },
  fillOrder: { zh: '装入顺序', en: 'Filled' },
  byRows: { zh: '改为逐行装入', en: 'Fill row by row' },
  byColumns: { zh: '改为逐列装入', en: 'Fill column by column' },
  asks: { zh: '样本还没有放入', en: 'The sample is not stored yet' },
  yes: { zh: '是，放在这里', en: 'Yes, store it here' },
  openSample: { zh: '查看样本', en: 'Open the sample' },
  dropped: {
    zh: '出错之后扫描的没有登记，请重新扫描。',
    en: 'What was scanned after the refusal was not recorded: scan it again.',
  },
  failed: {
    zh: '没有连上服务器，刚才扫描的没有登记。请检查网络后重新扫描。',
    en: 'The server could not be reached, and the scan was not recorded. Check the network and scan again.',
  },
  temperature: { zh: '温度', en: 'Temperature' },
  climate: (from: string, to: string): Text => ({
    zh: `应为 ${from} 至 ${to} °C`,
    en: `Kept at ${from} to ${to} °C`,
  }),
  latest: (celsius: string): Text => ({ zh: `最近 ${celsius} °C`, en: `latest ${celsius} °C` }),
  noClimate: { zh: '没有设定温度', en: 'No temperature is set' },
  outOfRange: { zh: '温度超出范围', en: 'Out of range' },
  nothingInside: { zh: '里面还没有样本。', en: 'There are no samples inside yet.' },
  code: { zh: '样本编号', en: 'Sample' },
  register: { zh: '登记这个样本', en: 'Register this sample' },
  type: { zh: '类型', en: 'Type' },
  full: { zh: '已满', en: 'Full' },
} satisfies Words

export const displacementNames: Readonly<Record<Displacement, Text>> = {
  swap: { zh: '两者互换', en: 'Swap the two' },
  unknown: { zh: '把原有样本记为位置不明', en: 'Record the other’s location as unknown' },
}

export const confirmNames = {
  elsewhere: { zh: '从别处移来', en: 'Move it from elsewhere' },
  gone: { zh: '已经回来', en: 'It is back' },
  finished_kit: { zh: '套件已完成', en: 'Its kit is finished' },
  temperature: { zh: '温度不符', en: 'Another temperature' },
  awaiting_destruction: { zh: '放入待销毁区', en: 'Where samples await destruction' },
} as const
