import type { Text, Words } from '../../core/text.ts'
import type { Severity } from './model.ts'

export const problemWords = {
  noProblem: { zh: '没有这条问题记录。', en: 'There is no such problem.' },
  resolved: { zh: '这个问题已经解决。', en: 'This problem is resolved already.' },
} satisfies Words

export const severityNames = {
  note: { zh: '不影响使用', en: 'Worth knowing' },
  degraded: { zh: '影响使用', en: 'In the way' },
  down: { zh: '不能使用', en: 'Cannot be used' },
} as const satisfies Record<Severity, Text>
