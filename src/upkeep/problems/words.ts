import type { Text, Words } from '../../core/text.ts'
import type { Severity } from './model.ts'

export const problemWords = {
  noProblem: { zh: '该问题记录不存在。', en: 'This problem does not exist.' },
  resolved: { zh: '这个问题已经解决。', en: 'This problem is already resolved.' },
} satisfies Words

export const severityNames = {
  note: { zh: '不影响使用', en: 'Does not affect use' },
  degraded: { zh: '影响使用', en: 'Affects use' },
  down: { zh: '不能使用', en: 'Cannot be used' },
} as const satisfies Record<Severity, Text>
