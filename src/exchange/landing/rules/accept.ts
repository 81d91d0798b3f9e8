type Range = { type: string; quality: number }

/** Media ranges of an Accept header, the most wanted first; those refused (`q=0`) are left out. */
function rangesIn(accept: string): Range[] {
  return accept
    .split(',')
    .slice(0, 50)
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim())
      const q = parameters.find((one) => /^q=/i.test(one))?.slice(2)
      const quality = q === undefined ? 1 : Number(q)
      return { type: type.toLowerCase(), quality: Number.isFinite(quality) ? quality : 0 }
    })
    .filter(({ type, quality }) => type !== '' && quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
}

const html: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml', 'text/*', '*/*'])

/**
 * Of these types the one that somebody wants more than a page; undefined where a page will do: to browsers, which name it
 * first, and to whoever says nothing or takes anything.
 */
export function wantedType(
  accept: string | undefined,
  types: readonly string[],
): string | undefined {
  const first = rangesIn(accept ?? '').find(({ type }) => types.includes(type) || html.has(type))
  return first && !html.has(first.type) ? first.type : undefined
}
