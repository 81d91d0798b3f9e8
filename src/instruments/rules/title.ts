import type { Text } from '../../core/text.ts'

/** In both languages: a record may have a title in one of them only. */
export function instrumentTitle({
  titleZh,
  titleEn,
}: {
  titleZh: string | null
  titleEn: string | null
}): Text {
  const either = titleZh ?? titleEn ?? ''
  return { zh: titleZh ?? either, en: titleEn ?? either }
}
