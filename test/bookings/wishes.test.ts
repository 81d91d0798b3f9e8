import { expect, test } from 'vitest'
import { wishIn } from '../../src/bookings/openings/rules/wish.ts'
import { Temporal } from '../../src/core/time.ts'

// A Monday.
const today = Temporal.PlainDate.from('2026-03-02')

/** `what | days | clock | minutes`; a dash for what was not said. */
function read(typed: string): string | undefined {
  const wish = wishIn(typed, today)
  if (!wish) return undefined
  const { rest, days, clock, minutes } = wish
  const from = days?.from.toString().slice(5)
  const to = days?.to.toString().slice(5)
  return [
    rest,
    from === to ? (from ?? '-') : `${from}..${to}`,
    clock ? `${clock.from}-${clock.to}` : '-',
    minutes ?? '-',
  ].join(' | ')
}

test.each([
  ['显微镜 周四 14-16', '显微镜 | 03-05 | 14:00-16:00 | 120'],
  ['SEM Thu 2pm 2h', 'SEM | 03-05 | 14:00-16:00 | 120'],
  ['周四下午电镜', '电镜 | 03-05 | 12:00-18:00 | -'],
  ['电镜 明天下午2点到4点', '电镜 | 03-03 | 14:00-16:00 | 120'],
  ['明天 质谱 两小时', '质谱 | 03-03 | - | 120'],
  ['后天上午 核磁', '核磁 | 03-04 | 08:00-12:00 | -'],
  ['下周三 9:00-11:30 拉曼', '拉曼 | 03-11 | 09:00-11:30 | 150'],
  ['星期天 流式', '流式 | 03-08 | - | -'],
  ['礼拜一 XRD', 'XRD | 03-02 | - | -'],
  ['3月12日 风洞 半天', '风洞 | 03-12 | - | 240'],
  ['2026-3-9 NMR 90 min', 'NMR | 03-09 | - | 90'],
  ['本周 测序仪', '测序仪 | 03-02..03-08 | - | -'],
  ['confocal next week 4 hours', 'confocal | 03-09..03-15 | - | 240'],
  ['AFM tomorrow morning', 'AFM | 03-03 | 08:00-12:00 | -'],
  ['mass spectrometer next Thursday 2-4pm', 'mass spectrometer | 03-12 | 14:00-16:00 | 120'],
  ['TEM 5 Mar 10am', 'TEM | 03-05 | 10:00-12:00 | -'],
  ['TEM Mar 5 10am 1h', 'TEM | 03-05 | 10:00-11:00 | 60'],
  ['XRD Fri 11am-1pm', 'XRD | 03-06 | 11:00-13:00 | 120'],
  ['晚上8点 电镜 半小时', '电镜 | - | 20:00-20:30 | 30'],
  ['周五 14点半 SEM', 'SEM | 03-06 | 14:30-16:30 | -'],
  ['周四', ' | 03-05 | - | -'],
])('%s', (typed, wanted) => {
  expect(read(typed)).toBe(wanted)
})

test.each([
  '显微镜',
  'SEM',
  '600 MHz 核磁',
  '300 kV 电镜',
  'NR 14-16',
  '00/0214',
  '祁连山冰川 1990-2025',
  'Surface weather 2023–2025',
  'sunflower',
  'Monascus',
  'saturated soil',
  '陇薯10号',
  '第14-16卷',
  'time',
  '',
])('nothing in it is of time: %s', (typed) => {
  expect(read(typed)).toBeUndefined()
})
