import type { Text } from '../../core/text.ts'

/** Below every letter that can be switched off. */
export const tellingWords = {
  preferences: (link: string): Text => ({
    zh: `不想收到这类信件，可在这里关闭：\n${link}`,
    en: `If you do not want letters of this kind, switch them off here:\n${link}`,
  }),
}
