import type { Text, Words } from '../../core/text.ts'

export const centreWords = {
  settings: { zh: '数据汇交设置', en: 'Settings of deposits' },
  settingsLead: {
    zh: '哪些单位接收汇交、数据包由哪些部分组成、哪些日子不算工作日。',
    en: 'Which institutions receive deposits, what a package consists of, and which days are no working days.',
  },
  centres: { zh: '接收汇交的数据中心', en: 'Data centres that receive deposits' },
  noCentres: { zh: '还没有数据中心。', en: 'There are no data centres yet.' },
  addCentre: { zh: '增加数据中心', en: 'Add a data centre' },
  institution: { zh: '单位', en: 'Institution' },
  code: { zh: '凭证编号前缀', en: 'Receipt numbers begin with' },
  codeHint: {
    zh: '2 至 12 个大写字母或数字，例如 LZU；定下后不再更改。',
    en: '2 to 12 capital letters or digits, for example LZU. It cannot be changed later.',
  },
  codeShape: {
    zh: '请填写 2 至 12 个大写字母或数字。',
    en: 'Give 2 to 12 capital letters or digits.',
  },
  checkDays: { zh: '审核期限（工作日）', en: 'Working days for the check' },
  centreTaken: {
    zh: '该单位已经是数据中心，或该前缀已被使用。',
    en: 'This institution is a data centre already, or the prefix is taken.',
  },
  parts: { zh: '数据包的组成部分', en: 'Parts of a package' },
  partsAbout: {
    zh: '参照 GB/T 39912-2021《科技计划形成的科学数据汇交技术与管理规范》，可按中心要求调整。',
    en: 'After GB/T 39912-2021; change them to what your centre asks for.',
  },
  noParts: { zh: '没有规定组成部分。', en: 'No parts are asked for.' },
  part: { zh: '组成部分', en: 'Part' },
  partCode: { zh: '代码', en: 'Code' },
  partCodeShape: {
    zh: '代码由小写字母和下划线组成，以字母开头。',
    en: 'A code is of small letters and underscores and begins with a letter.',
  },
  needed: { zh: '必需', en: 'Needed' },
  position: { zh: '次序', en: 'Place in the list' },
  setPart: { zh: '增加或修改', en: 'Add or change a part' },
  nameNeeded: {
    zh: '请填写中文和英文名称。',
    en: 'Give the name in both languages.',
  },
  holidays: { zh: '节假日与调休', en: 'Holidays and days worked instead' },
  holidaysAbout: {
    zh: '工作日是周一至周五，减去节假日，加上调休上班的周末；请在国务院公布后录入下一年的安排。',
    en: 'Working days are Monday to Friday without holidays, and weekend days that are worked instead. Enter next year’s once they are announced.',
  },
  noHolidays: { zh: '没有录入节假日。', en: 'No holidays are entered.' },
  notEntered: (year: number): Text => ({
    zh: `${year} 年的放假安排尚未录入：此前按周一至周五及已录入的日期计算，审核期限为估算；录入后，正在进行的审核会重新计算期限。`,
    en: `The holidays of ${year} are not entered: until then Monday to Friday count, without the days entered below, and the last days of checks are estimates. Checks that run are counted again as days are entered.`,
  }),
  estimate: (year: number): Text => ({
    zh: `估算：${year} 年的放假安排尚未录入`,
    en: `an estimate: the holidays of ${year} are not entered yet`,
  }),
  until: { zh: '至', en: 'Until' },
  untilHint: {
    zh: '连续几天时填写最后一天；只有一天时留空。',
    en: 'The last of several days; blank for one day.',
  },
  untilWrong: (most: number): Text => ({
    zh: `最后一天不能早于第一天，一次最多录入 ${most} 天。`,
    en: `The last day is not before the first, and at most ${most} days are entered at once.`,
  }),
  day: { zh: '日期', en: 'Day' },
  dayName: { zh: '名称', en: 'Name' },
  works: { zh: '当天上班（调休）', en: 'Worked on' },
  setHoliday: { zh: '录入日期', en: 'Enter a day' },
  remove: { zh: '删除', en: 'Remove' },
  saved: { zh: '已保存。', en: 'Saved.' },
  removed: { zh: '已删除。', en: 'Removed.' },
  noHoliday: { zh: '没有录入这一天。', en: 'This day is not entered.' },
} satisfies Words
