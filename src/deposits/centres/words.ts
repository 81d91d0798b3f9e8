import type { Text, Words } from '../../core/text.ts'

export const centreWords = {
  settings: { zh: '数据汇交设置', en: 'Deposit settings' },
  settingsLead: {
    zh: '哪些单位接收汇交、数据包由哪些部分组成、哪些日期不算工作日。',
    en: 'Which institutions receive deposits, what a package consists of, and which days are not working days.',
  },
  centres: { zh: '接收汇交的数据中心', en: 'Data centres receiving deposits' },
  noCentres: { zh: '还没有数据中心。', en: 'No data centres yet.' },
  addCentre: { zh: '增加数据中心', en: 'Add data centre' },
  institution: { zh: '单位', en: 'Institution' },
  code: { zh: '凭证编号前缀', en: 'Receipt number prefix' },
  codeHint: {
    zh: '2 至 12 个大写字母或数字，例如 LZU；确定后不能更改。',
    en: '2 to 12 capital letters or digits, for example LZU. Cannot be changed later.',
  },
  codeShape: {
    zh: '请填写 2 至 12 个大写字母或数字。',
    en: 'Enter 2 to 12 capital letters or digits.',
  },
  checkDays: { zh: '审核期限（工作日）', en: 'Review period (working days)' },
  centreTaken: {
    zh: '该单位已经是数据中心，或该前缀已被使用。',
    en: 'This institution is already a data centre, or the prefix is already in use.',
  },
  parts: { zh: '数据包的组成部分', en: 'Parts of a package' },
  partsAbout: {
    zh: '参照 GB/T 39912-2021《科技计划形成的科学数据汇交技术与管理规范》，可按中心要求调整。',
    en: 'Based on GB/T 39912-2021, Technical and management specification for submission of scientific data from science and technology programmes. Adjust them to your centre’s requirements.',
  },
  noParts: { zh: '未设置组成部分。', en: 'No parts defined.' },
  part: { zh: '组成部分', en: 'Part' },
  partCode: { zh: '代码', en: 'Code' },
  partCodeShape: {
    zh: '代码须以小写字母开头，只能包含小写字母和下划线。',
    en: 'The code must start with a lower-case letter and contain only lower-case letters and underscores.',
  },
  needed: { zh: '必需', en: 'Required' },
  position: { zh: '次序', en: 'Position' },
  setPart: { zh: '增加或修改', en: 'Add or edit a part' },
  nameNeeded: {
    zh: '请填写中文和英文名称。',
    en: 'Enter the name in Chinese and English.',
  },
  holidays: { zh: '节假日与调休', en: 'Holidays and make-up working days' },
  holidaysAbout: {
    zh: '工作日为周一至周五，不含节假日，含调休上班的周末。请在国务院公布后录入下一年的安排。',
    en: 'Working days are Monday to Friday except holidays, plus make-up working days at weekends. Enter next year’s arrangements once the State Council has announced them.',
  },
  noHolidays: { zh: '没有录入节假日。', en: 'No holidays entered.' },
  notEntered: (year: number): Text => ({
    zh: `${year} 年的放假安排尚未录入，目前按周一至周五及已录入的日期计算，审核期限为估算。录入后，正在进行的审核会重新计算期限。`,
    en: `The holidays of ${year} have not been entered yet. Until then, Monday to Friday and the days entered below are used, and review deadlines are estimates. Reviews in progress are recalculated when days are entered.`,
  }),
  estimate: (year: number): Text => ({
    zh: `估算：${year} 年的放假安排尚未录入`,
    en: `estimate: the holidays of ${year} have not been entered yet`,
  }),
  until: { zh: '至', en: 'Until' },
  untilHint: {
    zh: '连续多天时填写最后一天；仅一天时留空。',
    en: 'Last of several consecutive days. Leave empty for a single day.',
  },
  untilWrong: (most: number): Text => ({
    zh: `最后一天不能早于第一天，一次最多录入 ${most} 天。`,
    en: `The last day cannot be before the first, and up to ${most} days can be entered at once.`,
  }),
  day: { zh: '日期', en: 'Day' },
  dayName: { zh: '名称', en: 'Name' },
  works: { zh: '当天上班（调休）', en: 'Working day (make-up)' },
  setHoliday: { zh: '录入日期', en: 'Add day' },
  remove: { zh: '删除', en: 'Remove' },
  saved: { zh: '已保存。', en: 'Saved.' },
  removed: { zh: '已删除。', en: 'Removed.' },
  noHoliday: { zh: '没有录入这一天。', en: 'This day has not been entered.' },
} satisfies Words
