import type { Words } from '../../../core/text.ts'

export const passwordWords = {
  tooShort: { zh: '密码至少 10 个字符。', en: 'Use at least 10 characters.' },
  tooLong: { zh: '密码最多 200 个字符。', en: 'Use at most 200 characters.' },
  tooCommon: {
    zh: '这个密码过于常见，容易被猜到。建议使用几个互不相关的词组合。',
    en: 'This password is too common and easy to guess. Combine a few unrelated words.',
  },
  namesAccount: {
    zh: '密码不能包含邮箱名或“hexi”。',
    en: 'The password must not contain your email name or “hexi”.',
  },
  wrongPassword: { zh: '当前密码不正确。', en: 'The current password is incorrect.' },
  hint: {
    zh: '至少 10 个字符，不限字符类型。建议使用几个互不相关的词组合。',
    en: 'At least 10 characters of any kind. A few unrelated words are easy to remember.',
  },
} satisfies Words
