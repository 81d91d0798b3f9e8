import type { Text, Words } from '../../core/text.ts'
import type { ClimateClass } from './model.ts'

export const climateWords = {
  climate: { zh: '温湿度', en: 'Climate' },
  lead: {
    zh: '这里应有的温度和相对湿度，以及记录到的；里面的位置相同，除非另有设定。',
    en: 'The required temperature and relative humidity, and what was measured. Places inside inherit them unless set otherwise.',
  },
  alarms: { zh: '温湿度报警', en: 'Climate alarms' },
  alarmsLead: {
    zh: '最近 90 天中超出等级的时段，按位置的等级判定，最近的在前。',
    en: 'Periods of the last 90 days outside the range of the place, latest first.',
  },
  noAlarms: { zh: '没有报警。', en: 'There are no alarms.' },
  noAlarmsHint: {
    zh: '只有设定了等级并有记录的位置才会报警。',
    en: 'Only places with a climate class and readings raise alarms.',
  },
  readings: { zh: '记录', en: 'Readings' },
  noReadings: { zh: '还没有记录。', en: 'There are no readings yet.' },
  class: { zh: '等级', en: 'Climate class' },
  classHint: {
    zh: '长期库 −18±3 °C、相对湿度 15±3%；中期库 5–10 °C、15±3%（FAO 2014）。',
    en: 'Long term −18±3 °C and 15±3% RH, medium 5–10 °C and 15±3% (FAO 2014).',
  },
  ownHint: { zh: '选“自定”时填写。', en: 'For “Custom” only.' },
  humidityHint: { zh: '选“自定”时可留空。', en: 'Optional for “Custom”.' },
  celsiusFrom: { zh: '温度下限', en: 'Temperature from' },
  celsiusTo: { zh: '温度上限', en: 'Temperature to' },
  humidityFrom: { zh: '相对湿度下限', en: 'Relative humidity from' },
  humidityTo: { zh: '相对湿度上限', en: 'Relative humidity to' },
  boundsNeeded: { zh: '请填写温度的上下限。', en: 'Give the temperature from and to.' },
  inOrder: { zh: '上限不能低于下限。', en: 'The upper limit is below the lower limit.' },
  set: { zh: '设定等级', en: 'Set climate class' },
  isSet: { zh: '等级已设定', en: 'Climate class saved' },
  setAt: (path: string): Text => ({ zh: `设定于 ${path}`, en: `set at ${path}` }),
  notSet: { zh: '没有设定等级，不报警。', en: 'No climate class is set, so there are no alarms.' },
  latest: { zh: '最近记录', en: 'Latest reading' },
  at: { zh: '时间', en: 'Time' },
  celsius: { zh: '温度（°C）', en: 'Temperature (°C)' },
  humidity: { zh: '相对湿度（%）', en: 'Relative humidity (%)' },
  sayOne: { zh: '请填写温度或湿度。', en: 'Give the temperature, the humidity, or both.' },
  enter: { zh: '登记读数', en: 'Record a reading' },
  entered: (entered: number, outside: number): Text => ({
    zh: `已登记 ${entered} 条${outside > 0 ? `，其中 ${outside} 条超出等级` : ''}`,
    en: `Recorded ${entered}${outside > 0 ? `, ${outside} of them out of range` : ''}`,
  }),
  paste: { zh: '导入记录仪数据', en: 'Import logger data' },
  file: { zh: '记录仪文件', en: 'Logger file' },
  fileHint: {
    zh: 'CSV 或 TXT，UTF-8、GB18030 均可，一次最多 10,000 条；格式同下。',
    en: 'CSV or TXT, UTF-8 or GB18030, at most 10,000 readings; format as below.',
  },
  noFile: { zh: '请选择文件。', en: 'Choose a file.' },
  sendFile: { zh: '上传', en: 'Upload' },
  table: { zh: '记录仪数据', en: 'Logger data' },
  tableHint: {
    zh: '粘贴 CSV 或表格：首行有时间、温度、湿度；时间不带时区按北京时间。同一时刻再次导入即替换。',
    en: 'Paste CSV or a table whose first line names time, temperature and humidity. Times without an offset are Beijing time. Importing the same time again replaces the reading.',
  },
  badTable: {
    zh: '首行须有“时间”以及“温度”或“湿度”，下面至少一行。',
    en: 'The first line must name time and temperature or humidity, with at least one line below.',
  },
  future: { zh: '时间不能晚于现在。', en: 'Not later than now.' },
  institution: { zh: '单位', en: 'Institution' },
  place: { zh: '位置', en: 'Place' },
  began: { zh: '开始', en: 'Began' },
  last: { zh: '最后超出', en: 'Last out of range' },
  range: { zh: '范围', en: 'Range' },
  count: { zh: '次数', en: 'Readings' },
  open: { zh: '仍超出', en: 'Still out of range' },
  over: { zh: '已恢复', en: 'Back in range' },
  outside: { zh: '超出', en: 'Out of range' },
  within: { zh: '正常', en: 'In range' },
  spread: (low: string, high: string, unit: string): Text => {
    const text = low === high ? `${low}${unit}` : `${low} – ${high}${unit}`
    return { zh: text, en: text }
  },
  chart: { zh: '最近 30 天的温度', en: 'Temperature in the last 30 days' },
  chartAbout: (days: number): Text => ({
    zh: `${days} 天的平均温度；阴影为当天最低到最高。`,
    en: `Daily mean over ${days} days; the shading spans the day’s lowest to highest.`,
  }),
  pointText: (day: string, mean: string): Text => ({
    zh: `${day}：${mean} °C`,
    en: `${day}: ${mean} °C`,
  }),
} satisfies Words

export const classNames: Readonly<Record<ClimateClass, Text>> = {
  long_term: { zh: '长期库', en: 'Long term' },
  medium_term: { zh: '中期库', en: 'Medium term' },
  own: { zh: '自定', en: 'Custom' },
}

/** What the audit calls fields that no form asks for. */
export const climateFieldNames = {
  entered: { zh: '登记条数', en: 'Readings recorded' },
  outside: { zh: '超出条数', en: 'Out of range' },
} satisfies Words
