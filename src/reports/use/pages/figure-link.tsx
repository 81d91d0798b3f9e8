import { formatNumber } from '../../../web/format.ts'
import { useLang } from '../../../web/lang.tsx'

type Props = { value: number | null; href: string | undefined; unit?: '%'; decimals?: number }

/** A number that opens the rows it comes from, where the viewer may see them; a dash where there is none. */
export function FigureLink({ value, href, unit, decimals = 1 }: Props) {
  const lang = useLang()
  if (value === null) return <span class="quiet">—</span>
  const said = unit ? `${formatNumber(value * 100, lang, 1)}%` : formatNumber(value, lang, decimals)
  return href === undefined || value === 0 ? <>{said}</> : <a href={href}>{said}</a>
}
