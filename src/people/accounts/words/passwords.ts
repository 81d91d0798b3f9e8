import type { Words } from '../../../core/text.ts'

export const passwordWords = {
  tooShort: { zh: '密码至少 10 个字符。', en: 'Use at least 10 characters.' },
  tooLong: { zh: '密码最多 200 个字符。', en: 'Use at most 200 characters.' },
  tooCommon: {
    zh: '这个密码太常见，容易被猜到；几个互不相干的词连在一起会好得多。',
    en: 'This password is common and easily guessed: a few unrelated words together are far better.',
  },
  namesAccount: {
    zh: '密码中请不要包含邮箱名或“hexi”。',
    en: 'Leave your address and “hexi” out of the password.',
  },
  wrongPassword: { zh: '当前密码不对。', en: 'This is not your current password.' },
  hint: {
    zh: '至少 10 个字符；字母、数字、符号不作要求。几个互不相干的词连在一起最好记。',
    en: 'At least 10 characters; any kind will do. A few unrelated words are easiest to remember.',
  },
} satisfies Words
