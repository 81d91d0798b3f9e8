import type { Text } from '../../../core/text.ts'
import { oneLine } from '../../../mail/rules.ts'

/** What an instrument is called in a letter: in the other language where it has no name in this one. */
export function namedIn({
  instrumentZh,
  instrumentEn,
}: {
  instrumentZh: string | null
  instrumentEn: string | null
}): Text {
  const zh = oneLine(instrumentZh ?? instrumentEn ?? '')
  return { zh, en: oneLine(instrumentEn ?? zh) }
}
