import type { Text, Words } from '../../core/text.ts'
import type { ClimateClass } from './model.ts'

export const climateWords = {
  climate: { zh: '温湿度', en: 'Climate' },
  lead: {
    zh: '要求的温度和相对湿度以及实测记录；下级位置沿用此要求，另有设定的除外。',
    en: 'Required temperature and relative humidity, and measured readings. Locations inside inherit the requirement unless set otherwise.',
  },
  alarms: { zh: '温湿度报警', en: 'Climate alarms' },
  alarmsLead: {
    zh: '最近 90 天中超出等级范围的时段，最近的在前。',
    en: 'Periods in the last 90 days outside the location’s range, latest first.',
  },
  noAlarms: { zh: '没有报警。', en: 'No alarms.' },
  noAlarmsHint: {
    zh: '只有设定了等级并有记录的位置才会报警。',
    en: 'Only locations with a climate class and readings raise alarms.',
  },
  readings: { zh: '记录', en: 'Readings' },
  noReadings: { zh: '还没有记录。', en: 'No readings yet.' },
  class: { zh: '等级', en: 'Climate class' },
  classHint: {
    zh: '长期库 −18±3 °C、相对湿度 15±3%；中期库 5–10 °C、15±3%（FAO 2014）。',
    en: 'Long-term store −18±3 °C and 15±3% RH; medium-term store 5–10 °C and 15±3% RH (FAO 2014).',
  },
  ownHint: { zh: '选择“自定”时填写。', en: 'Only for “Custom”.' },
  humidityHint: { zh: '选择“自定”时可留空。', en: 'Optional for “Custom”.' },
  celsiusFrom: { zh: '温度下限', en: 'Minimum temperature' },
  celsiusTo: { zh: '温度上限', en: 'Maximum temperature' },
  humidityFrom: { zh: '相对湿度下限', en: 'Minimum relative humidity' },
  humidityTo: { zh: '相对湿度上限', en: 'Maximum relative humidity' },
  boundsNeeded: { zh: '请填写温度的上下限。', en: 'Enter the minimum and maximum temperature.' },
  inOrder: { zh: '上限不能低于下限。', en: 'The maximum cannot be below the minimum.' },
  set: { zh: '设定等级', en: 'Set climate class' },
  isSet: { zh: '等级已设定', en: 'Climate class saved' },
  setAt: (path: string): Text => ({ zh: `设定于 ${path}`, en: `set at ${path}` }),
  notSet: { zh: '未设定等级，不报警。', en: 'No climate class set, so no alarms are raised.' },
  latest: { zh: '最近记录', en: 'Latest reading' },
  at: { zh: '时间', en: 'Time' },
  celsius: { zh: '温度（°C）', en: 'Temperature (°C)' },
  humidity: { zh: '相对湿度（%）', en: 'Relative humidity (%)' },
  sayOne: { zh: '请填写温度或湿度。', en: 'Enter a temperature, a humidity or both.' },
  enter: { zh: '登记读数', en: 'Record reading' },
  entered: (entered: number, outside: number): Text => ({
    zh: `已登记 ${entered} 条${outside > 0 ? `，其中 ${outside} 条超出等级` : ''}`,
    en: `${entered} readings recorded${outside > 0 ? `, ${outside} out of range` : ''}`,
  }),
  paste: { zh: '导入记录仪数据', en: 'Import logger data' },
  file: { zh: '记录仪文件', en: 'Logger file' },
  fileHint: {
    zh: 'CSV 或 TXT，UTF-8 或 GB18030，一次最多 10,000 条；格式同下。',
    en: 'CSV or TXT, UTF-8 or GB18030, up to 10,000 readings; format as below.',
  },
  noFile: { zh: '请选择文件。', en: 'Choose a file.' },
  sendFile: { zh: '上传', en: 'Upload' },
  table: { zh: '记录仪数据', en: 'Logger data' },
  tableHint: {
    zh: '粘贴 CSV 或表格：首行含时间、温度、湿度；时间不带时区时按北京时间。同一时刻再次导入将替换原记录。',
    en: 'Paste CSV or a table with the columns time, temperature and humidity. Times without an offset are Beijing time. Importing the same time again replaces the reading.',
  },
  badTable: {
    zh: '首行须含“时间”以及“温度”或“湿度”，其下至少一行。',
    en: 'The first line must contain time and temperature or humidity, followed by at least one line.',
  },
  future: { zh: '时间不能晚于现在。', en: 'Cannot be later than now.' },
  institution: { zh: '单位', en: 'Institution' },
  place: { zh: '位置', en: 'Location' },
  began: { zh: '开始', en: 'Started' },
  last: { zh: '最后超出', en: 'Last out of range' },
  range: { zh: '范围', en: 'Range' },
  count: { zh: '次数', en: 'Readings' },
  open: { zh: '仍超出', en: 'Still out of range' },
  over: { zh: '已恢复', en: 'Back in range' },
  outside: { zh: '超出', en: 'Out of range' },
  within: { zh: '正常', en: 'In range' },
  spread: (low: string, high: string, unit: string): Text => {
    if (low === high) return { zh: `${low}${unit}`, en: `${low}${unit}` }
    return { zh: `${low} 至 ${high}${unit}`, en: `${low} to ${high}${unit}` }
  },
  chart: { zh: '最近 30 天的温度', en: 'Temperature in the last 30 days' },
  chartAbout: (days: number): Text => ({
    zh: `${days} 天的日平均温度；阴影表示当天的最低至最高温度。`,
    en: `Daily mean over ${days} days; shading shows the daily minimum to maximum.`,
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
