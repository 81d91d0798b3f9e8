import type { Text, Words } from '../../core/text.ts'
import type { Decision } from './rules/plan.ts'
import type { Turn } from './rules/turn.ts'

export const turnNames: Readonly<Record<Turn, Text>> = {
  half: { zh: '旋转 180°（A1 与末位互换）', en: 'Turned by 180° (A1 is the last well)' },
  mirrored: { zh: '左右颠倒', en: 'Mirrored left to right' },
  flipped: { zh: '上下颠倒', en: 'Mirrored top to bottom' },
  quarter: { zh: '旋转 90°', en: 'Turned by 90°' },
  three_quarters: { zh: '旋转 270°', en: 'Turned by 270°' },
}

export const scanWords = {
  title: { zh: '读入架扫描文件', en: 'Read a rack scanner’s file' },
  lead: {
    zh: '一次一盒：先看会改变什么，确认后整盒一起生效。',
    en: 'One box at a time: first see what would change, then apply the whole of it.',
  },
  file: { zh: '扫描仪的文件', en: 'File of the scanner' },
  fileHint: {
    zh: 'CSV、TSV 或 XLSX，不超过 900 KB；孔位加管码的清单或整盘方阵都可以，有无表头均可。',
    en: 'CSV, TSV or XLSX up to 900 KB: a list of wells and codes or a grid of codes, with a header or none.',
  },
  look: { zh: '查看改变', en: 'See what would change' },
  lookAgain: { zh: '重新查看', en: 'Look again' },
  text: { zh: '文件内容', en: 'Content of the file' },
  textHint: {
    zh: '可在此改正：改一行管码，或删去一行使该孔保持原样。',
    en: 'Mend it here: correct a code, or remove a line to leave its well as it is.',
  },
  rack: { zh: '架码', en: 'Rack' },
  rackHint: {
    zh: '文件含多个架时，填写属于这一盒的架码；留空时取与盒号相同的。',
    en: 'Of a file with several racks, the one that is this box. Empty: the rack with the box’s code.',
  },
  turn: { zh: '放置方向', en: 'Orientation' },
  seen: { zh: '已查看的改变', en: 'What was looked at' },
  apply: (count: number): Text => ({
    zh: `确认 ${count} 处改变`,
    en: `Apply ${count} ${count === 1 ? 'change' : 'changes'}`,
  }),
  done: (count: number): Text => ({
    zh: `已按扫描文件更新，共 ${count} 处`,
    en: `The box was updated from the file: ${count} ${count === 1 ? 'change' : 'changes'}`,
  }),
  counts: (of: { changed: number; unchanged: number; unread: number; open: number }): Text => ({
    zh: `改变 ${of.changed} · 不变 ${of.unchanged} · 未读出 ${of.unread} · 待决定 ${of.open}`,
    en: `${of.changed} changed · ${of.unchanged} unchanged · ${of.unread} unreadable · ${of.open} to decide`,
  }),
  changes: { zh: '会改变的', en: 'What would change' },
  differences: { zh: '不同的孔位', en: 'Wells that differ' },
  decideFirst: {
    zh: '有需要决定的孔位，决定之前什么也不会生效。请逐孔选择，或在下方改正文件内容。',
    en: 'Some wells need a decision, and nothing is applied before. Choose for each, or mend the file’s content below.',
  },
  there: { zh: '登记的样本', en: 'Recorded' },
  scanned: { zh: '扫描到的', en: 'Scanned' },
  decision: { zh: '处理', en: 'What to do' },
  decisionFor: (well: string): Text => ({ zh: `${well} 的处理`, en: `What to do with ${well}` }),
  undecided: { zh: '请选择', en: 'Choose' },
  others: { zh: '其余不同的孔位', en: 'All others that differ' },
  othersEach: { zh: '逐孔决定', en: 'Decide one by one' },
  decide: { zh: '按这些选择重新查看', en: 'Look again with these choices' },
  register: { zh: '登记这个样本', en: 'Register this sample' },
  registerLater: {
    zh: '登记页在新标签页中打开；登记后回到这里，点“按这些选择重新查看”。',
    en: 'Registering opens a new tab. Afterwards come back here and look again.',
  },
  nothing: {
    zh: '盒中的内容与文件一致，没有需要改变的。',
    en: 'The box already holds what the file says. Nothing needs to change.',
  },
  well: { zh: '孔位', en: 'Well' },
  code: { zh: '管码', en: 'Tube code' },
  from: { zh: '现在的位置', en: 'Where it is now' },
  why: { zh: '原因', en: 'Reason' },
  nowhere: { zh: '位置不明', en: 'Location unknown' },
  unread: (wells: string): Text => ({
    zh: `这些孔的管码没有读出，保持原样：${wells}`,
    en: `The codes in these wells could not be read; they stay as they are: ${wells}`,
  }),
  looksTurned: (how: Text): Text => ({
    zh: `多数管码与盒中现有内容不在同一孔位，但按“${how.zh}”则相符。架子可能放反了。`,
    en: `Most codes stand elsewhere in the box now, but match it if read as: ${how.en}. The rack may have lain the wrong way round.`,
  }),
  turnIt: { zh: '按此方向重新查看', en: 'Turn it and look again' },
  asItIs: { zh: '按文件原样', en: 'As the file has it' },
  noGrid: {
    zh: '这个位置没有行列，不能读入架扫描文件。请先为它设置行数和列数。',
    en: 'This place has no rows and columns. Set them before reading a rack scanner’s file.',
  },
  chooseFile: { zh: '请选择扫描仪的文件。', en: 'Choose the file of the scanner.' },
  oldWorkbook: {
    zh: '这是旧的 .xls 格式，不能读取。请在表格软件中另存为 XLSX 或 CSV。',
    en: 'This is the old .xls format, which is not read. Save it as XLSX or CSV.',
  },
  notRead: {
    zh: '不能读取这个文件。请从扫描软件导出为 CSV 或 XLSX。',
    en: 'This file cannot be read. Export it from the scanner as CSV or XLSX.',
  },
  notRecognised: {
    zh: '没有找到孔位和管码。需要每行一个孔位和管码，或与盒子行列相同的方阵。',
    en: 'No wells and codes were found. A line is a well and a code, or the file is a grid as large as the box.',
  },
  whichRack: (codes: string): Text => ({
    zh: `文件含多个架，没有一个与盒号相同：${codes}。请填写这一盒的架码。`,
    en: `The file has several racks, none with the code of this box: ${codes}. Enter the one that is this box.`,
  }),
  otherRack: (code: string): Text => ({
    zh: `文件里的架码是 ${code}，与盒号不同。若确是这一盒，请在“架码”中填写 ${code}。`,
    en: `The file is of rack ${code}, which is not the code of this box. If it is this box, enter ${code} as the rack.`,
  }),
  noRack: (codes: string): Text => ({
    zh: `文件里没有这个架，只有：${codes}。`,
    en: `The file does not have this rack. It has: ${codes}.`,
  }),
  otherRacks: (codes: string): Text => ({
    zh: `文件里还有其他架，请到各自的盒中读入：${codes}`,
    en: `The file has other racks too; read it at their boxes: ${codes}`,
  }),
  outside: (rows: number, columns: number): Text => ({
    zh: `盒中没有这个孔位（${rows} 行 ${columns} 列）`,
    en: `The box has no such well (${rows} rows, ${columns} columns)`,
  }),
  wellTwice: { zh: '文件中这个孔位出现了两次', en: 'The file names this well twice' },
  codeTwice: (places: string): Text => ({
    zh: `同一管码也出现在 ${places}`,
    en: `The same code is also in ${places}`,
  }),
  lostDigits: {
    zh: '表格软件把管码变成了科学计数，位数已丢失；请把该列设为文本后重新导出',
    en: 'A spreadsheet turned the code into a rounded number: export it again with the column as text',
  },
  notApplied: (count: number): Text => ({
    zh: `有 ${count} 个孔位需要决定，什么也没有改变。`,
    en: `${count} ${count === 1 ? 'well needs' : 'wells need'} a decision, and nothing was changed.`,
  }),
  changedMeanwhile: (codes: string): Text => ({
    zh: `查看之后有变化，什么也没有改变：${codes}。请看过下面的新结果再确认。`,
    en: `Something changed since you looked, and nothing was applied: ${codes}. Look at the new result below, then apply it.`,
  }),
  noBox: {
    zh: '没有这个盒、它没有行列，或已停用',
    en: 'There is no such box, it has no rows and columns, or it is blocked',
  },
  noWell: { zh: '盒中没有这个孔位', en: 'The box has no such well' },
  otherTemperature: {
    zh: '盒子不在样本的保存温度下',
    en: 'The box is not kept at the temperature of the sample',
  },
  wellTaken: { zh: '孔位已被占用', en: 'The well is taken' },
} satisfies Words

export const decisionNames: Readonly<Record<Decision, Text>> = {
  take: { zh: '按扫描结果', en: 'Take what was scanned' },
  keep: { zh: '保持原样', en: 'Keep what is recorded' },
  aside: { zh: '取出另放', en: 'Set it aside' },
}
