import type { Text } from '../../core/text.ts'

/** Below every letter that can be switched off. */
export const tellingWords = {
  preferences: (link: string): Text => ({
    zh: `如不需要此类邮件，可在此关闭：\n${link}`,
    en: `To stop receiving these emails, change your settings:\n${link}`,
  }),
}
