const numberForm = /^[+-]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i

/**
 * What somebody typed as a number; NaN where it is none. Commas part thousands only: `12,5` is refused, not read as 125, and so
 * is `0,123`. Digits of a Chinese input method (`１２．５`) are read, and the minus sign that pages show (`−196`).
 */
export function numberOf(typed: string): number {
  const text = typed.normalize('NFKC').trim().replace('−', '-')
  return numberForm.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN
}

/** A number in digits, never with an exponent: `-42.5`, `0.0000001`. */
export const digitsOf = (value: number): string => {
  const text = String(value)
  return /e/i.test(text)
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : text
}

/** As pages show it, with a true minus sign: `−18`. */
export const signed = (value: number | string): string => String(value).replace('-', '−')
