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
  scan: { zh: '扫描或输入样本编号', en: 'Scan or enter a sample code' },
  well: { zh: '孔位', en: 'Well' },
  putIn: { zh: '放入', en: 'Store' },
  put: (code: string, well: string | null): Text => ({
    zh: well === null ? `${code} 已放入` : `${code} 已放入 ${well}`,
    en: well === null ? `${code} stored` : `${code} stored in ${well}`,
  }),
  grid: { zh: '孔位图', en: 'Wells of the box' },
  displaced: { zh: '原有样本', en: 'Current sample' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  free: { zh: '空闲', en: 'free' },
  other: { zh: '其他样本集', en: 'another collection' },
  kept: { zh: '保留', en: 'kept' },
  isBlocked: { zh: '停用', en: 'blocked' },
  legend: { zh: '图例', en: 'Legend' },
  inUse: { zh: '已用', en: 'In use' },
  keptLong: { zh: '为借出的样本保留', en: 'Kept for a sample on loan' },
  blockedLong: { zh: '停用的孔位', en: 'Blocked well' },
  withdrawnLong: { zh: '已撤回同意，等待销毁', en: 'Consent withdrawn, awaiting destruction' },
  freeLong: { zh: '空孔位', en: 'Free well' },
  chosen: { zh: '选中的孔位', en: 'Selected well' },
  here: (well: string): Text => ({ zh: `孔位 ${well}`, en: `Well ${well}` }),
  isFree: {
    zh: '孔位空闲，扫描的样本将放入此处。',
    en: 'This well is free. The next scanned sample is stored here.',
  },
  takeOut: { zh: '取出', en: 'Remove' },
  takeOutAbout: {
    zh: '样本的位置将记为不明；可以为其保留孔位。',
    en: 'The sample’s location becomes unknown. Its well can be kept.',
  },
  keepsPlace: { zh: '为其保留孔位（借出）', en: 'Keep the well (on loan)' },
  taken: (code: string): Text => ({ zh: `${code} 已取出`, en: `${code} removed` }),
  block: { zh: '停用孔位', en: 'Block well' },
  open: { zh: '重新启用', en: 'Unblock well' },
  reason: { zh: '停用原因', en: 'Reason for blocking' },
  blocked: (well: string): Text => ({ zh: `孔位 ${well} 已停用`, en: `Well ${well} blocked` }),
  opened: (well: string): Text => ({ zh: `孔位 ${well} 已启用`, en: `Well ${well} unblocked` }),
  place: { zh: '存放位置', en: 'Location' },
  undo: { zh: '撤销上一步', en: 'Undo last step' },
  undone: { zh: '已撤销上一步', en: 'Last step undone' },
  fillOrder: { zh: '装入顺序', en: 'Fill order' },
  byRows: { zh: '改为逐行装入', en: 'Fill row by row' },
  byColumns: { zh: '改为逐列装入', en: 'Fill column by column' },
  asks: { zh: '样本尚未放入', en: 'The sample is not stored yet' },
  yes: { zh: '是，放在此处', en: 'Yes, store it here' },
  openSample: { zh: '查看样本', en: 'View sample' },
  dropped: {
    zh: '出错之后的扫描未登记，请重新扫描。',
    en: 'Scans after the error were not recorded. Scan them again.',
  },
  failed: {
    zh: '无法连接服务器，刚才的扫描未登记。请检查网络后重新扫描。',
    en: 'Could not reach the server, so the scan was not recorded. Check the network and scan again.',
  },
  temperature: { zh: '温度', en: 'Temperature' },
  climate: (from: string, to: string): Text => ({
    zh: `要求 ${from} 至 ${to} °C`,
    en: `Required: ${from} to ${to} °C`,
  }),
  latest: (celsius: string): Text => ({ zh: `最新 ${celsius} °C`, en: `latest ${celsius} °C` }),
  noClimate: { zh: '未设定温度', en: 'No temperature set' },
  outOfRange: { zh: '温度超出范围', en: 'Temperature out of range' },
  nothingInside: { zh: '里面还没有样本。', en: 'No samples inside yet.' },
  code: { zh: '样本编号', en: 'Sample' },
  register: { zh: '登记这个样本', en: 'Register this sample' },
  type: { zh: '类型', en: 'Type' },
  full: { zh: '已满', en: 'Full' },
} satisfies Words

export const displacementNames: Readonly<Record<Displacement, Text>> = {
  swap: { zh: '两者互换', en: 'Swap the two samples' },
  unknown: { zh: '把原有样本记为位置不明', en: 'Set the current sample’s location to unknown' },
}

export const confirmNames = {
  elsewhere: { zh: '从原位置移来', en: 'Move from its recorded location' },
  gone: { zh: '样本已退回', en: 'Sample has been returned' },
  finished_kit: { zh: '套件已完成', en: 'Kit is finished' },
  temperature: { zh: '温度不符', en: 'Different temperature' },
  awaiting_destruction: { zh: '放入待销毁区', en: 'Store among samples awaiting destruction' },
} as const
