import type { Text, Words } from '../../core/text.ts'
import type { Decision } from './rules/plan.ts'
import type { Turn } from './rules/turn.ts'

export const turnNames: Readonly<Record<Turn, Text>> = {
  half: { zh: '旋转 180°（A1 与末位互换）', en: 'Rotated by 180° (A1 is the last well)' },
  mirrored: { zh: '左右颠倒', en: 'Mirrored left to right' },
  flipped: { zh: '上下颠倒', en: 'Mirrored top to bottom' },
  quarter: { zh: '旋转 90°', en: 'Rotated by 90°' },
  three_quarters: { zh: '旋转 270°', en: 'Rotated by 270°' },
}

export const scanWords = {
  title: { zh: '导入架扫描文件', en: 'Import rack scan' },
  lead: {
    zh: '每次一盒：先预览变化，确认后整盒一起生效。',
    en: 'One box at a time: preview the changes, then apply them all together.',
  },
  file: { zh: '扫描仪的文件', en: 'Scanner file' },
  fileHint: {
    zh: 'CSV、TSV 或 XLSX，最大 900 KB；支持孔位加管码的列表或整盘方阵，有无表头均可。',
    en: 'CSV, TSV or XLSX, up to 900 KB: a list of wells and codes, or a grid of codes, with or without a header.',
  },
  look: { zh: '预览变化', en: 'Preview changes' },
  lookAgain: { zh: '重新预览', en: 'Preview again' },
  text: { zh: '文件内容', en: 'File content' },
  textHint: {
    zh: '可在此更正管码，或删除一行使该孔位保持原样。',
    en: 'Correct codes here, or remove a line to leave its well unchanged.',
  },
  rack: { zh: '架码', en: 'Rack code' },
  rackHint: {
    zh: '文件含多个架时，填写与此盒对应的架码；留空则取与盒号相同的。',
    en: 'If the file contains several racks, enter the rack for this box. Leave empty to use the rack with the box’s code.',
  },
  turn: { zh: '放置方向', en: 'Orientation' },
  seen: { zh: '已预览的变化', en: 'Previewed changes' },
  apply: (count: number): Text => ({
    zh: `确认 ${count} 处变化`,
    en: `Apply ${count} ${count === 1 ? 'change' : 'changes'}`,
  }),
  done: (count: number): Text => ({
    zh: `已按扫描文件更新，共 ${count} 处`,
    en: `Box updated from the file: ${count} ${count === 1 ? 'change' : 'changes'}`,
  }),
  counts: (of: { changed: number; unchanged: number; unread: number; open: number }): Text => ({
    zh: `变化 ${of.changed} · 不变 ${of.unchanged} · 未读出 ${of.unread} · 待决定 ${of.open}`,
    en: `${of.changed} changed · ${of.unchanged} unchanged · ${of.unread} unreadable · ${of.open} to decide`,
  }),
  changes: { zh: '将发生的变化', en: 'Changes' },
  differences: { zh: '不一致的孔位', en: 'Differences' },
  decideFirst: {
    zh: '有孔位需要决定，全部决定后才会生效。请逐孔选择，或在下方更正文件内容。',
    en: 'Some wells need a decision before anything is applied. Choose for each well, or correct the file content below.',
  },
  there: { zh: '登记的样本', en: 'Recorded sample' },
  scanned: { zh: '扫描到的', en: 'Scanned code' },
  decision: { zh: '处理', en: 'Decision' },
  decisionFor: (well: string): Text => ({ zh: `${well} 的处理`, en: `Decision for ${well}` }),
  undecided: { zh: '请选择', en: 'Choose' },
  others: { zh: '其余不一致的孔位', en: 'All other differences' },
  othersEach: { zh: '逐孔决定', en: 'Decide one by one' },
  decide: { zh: '按所选处理重新预览', en: 'Preview with these decisions' },
  register: { zh: '登记这个样本', en: 'Register this sample' },
  registerLater: {
    zh: '登记页面在新标签页中打开；登记后返回此处，点击“按所选处理重新预览”。',
    en: 'The registration page opens in a new tab. Return here afterwards and preview again.',
  },
  nothing: {
    zh: '盒中内容与文件一致，无需修改。',
    en: 'The box already matches the file. Nothing to change.',
  },
  well: { zh: '孔位', en: 'Well' },
  code: { zh: '管码', en: 'Tube code' },
  from: { zh: '现在的位置', en: 'Current location' },
  why: { zh: '原因', en: 'Reason' },
  nowhere: { zh: '位置不明', en: 'Location unknown' },
  unread: (wells: string): Text => ({
    zh: `以下孔位的管码未读出，保持原样：${wells}`,
    en: `Codes in these wells could not be read; they remain unchanged: ${wells}`,
  }),
  looksTurned: (how: Text): Text => ({
    zh: `多数管码与盒中登记的孔位不同，但按“${how.zh}”则相符。架可能放反了。`,
    en: `Most codes do not match the recorded wells, but they do when read as “${how.en}”. The rack may have been placed the wrong way round.`,
  }),
  turnIt: { zh: '按此方向重新预览', en: 'Turn and preview again' },
  asItIs: { zh: '按文件原样', en: 'Use the file as it is' },
  noGrid: {
    zh: '此位置没有行列，不能导入架扫描文件。请先设置行数和列数。',
    en: 'This location has no rows and columns. Set them before importing a rack scan.',
  },
  chooseFile: { zh: '请选择扫描仪的文件。', en: 'Choose the scanner file.' },
  oldWorkbook: {
    zh: '不支持旧的 .xls 格式。请另存为 XLSX 或 CSV。',
    en: 'The old .xls format is not supported. Save the file as XLSX or CSV.',
  },
  notRead: {
    zh: '无法读取此文件。请从扫描软件导出为 CSV 或 XLSX。',
    en: 'This file cannot be read. Export it from the scanner as CSV or XLSX.',
  },
  notRecognised: {
    zh: '没有找到孔位和管码。每行应为一个孔位和管码，或为与盒行列相同的方阵。',
    en: 'No wells and codes found. Each line must contain a well and a code, or the file must be a grid the size of the box.',
  },
  whichRack: (codes: string): Text => ({
    zh: `文件含多个架，没有与盒号相同的：${codes}。请填写此盒的架码。`,
    en: `The file contains several racks, none with this box’s code: ${codes}. Enter the rack code for this box.`,
  }),
  otherRack: (code: string): Text => ({
    zh: `文件中的架码为 ${code}，与盒号不同。如确为此盒，请在“架码”中填写 ${code}。`,
    en: `The file is for rack ${code}, which does not match this box’s code. If it is this box, enter ${code} as the rack code.`,
  }),
  noRack: (codes: string): Text => ({
    zh: `文件中没有这个架，只有：${codes}。`,
    en: `The file does not contain this rack. It contains: ${codes}.`,
  }),
  otherRacks: (codes: string): Text => ({
    zh: `文件中还有其他架，请到对应的盒中导入：${codes}`,
    en: `The file also contains other racks. Import it at their boxes: ${codes}`,
  }),
  outside: (rows: number, columns: number): Text => ({
    zh: `盒中没有此孔位（${rows} 行 ${columns} 列）`,
    en: `The box has no such well (${rows} rows, ${columns} columns)`,
  }),
  wellTwice: { zh: '此孔位在文件中出现了两次', en: 'This well appears twice in the file' },
  codeTwice: (places: string): Text => ({
    zh: `同一管码也出现在 ${places}`,
    en: `The same code also appears in ${places}`,
  }),
  lostDigits: {
    zh: '表格软件将管码转成了科学计数，位数已丢失；请将该列设为文本后重新导出',
    en: 'A spreadsheet converted the code to a number and lost digits. Format the column as text and export it again',
  },
  notApplied: (count: number): Text => ({
    zh: `有 ${count} 个孔位需要决定，未作任何更改。`,
    en: `${count} ${count === 1 ? 'well needs' : 'wells need'} a decision. Nothing was changed.`,
  }),
  changedMeanwhile: (codes: string): Text => ({
    zh: `预览之后有变化，未作任何更改：${codes}。请核对下面的新结果后再确认。`,
    en: `Something changed after the preview, so nothing was applied: ${codes}. Review the new result below, then apply it.`,
  }),
  noBox: {
    zh: '盒不存在、没有行列或已停用',
    en: 'The box does not exist, has no rows and columns, or is blocked',
  },
  noWell: { zh: '盒中没有此孔位', en: 'The box has no such well' },
  otherTemperature: {
    zh: '盒的温度与样本的保存温度不符',
    en: 'The box is not at the sample’s storage temperature',
  },
  wellTaken: { zh: '孔位已被占用', en: 'The well is occupied' },
} satisfies Words

export const decisionNames: Readonly<Record<Decision, Text>> = {
  take: { zh: '按扫描结果', en: 'Use the scanned code' },
  keep: { zh: '保持原样', en: 'Keep the recorded sample' },
  aside: { zh: '从盒中取出', en: 'Remove from the box' },
}
