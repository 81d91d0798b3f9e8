/** One entry of `GET /api/v1/suggestions`. */
export type Suggestion = { text: string; kind?: string; recordId?: string }

/** Suggestions by kind, in the order in which the kinds first appear; words without a kind are `other`. */
export function groupSuggestions(items: readonly Suggestion[]): Map<string, Suggestion[]> {
  const groups = new Map<string, Suggestion[]>()
  for (const item of items) {
    const key = item.kind ?? 'other'
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** The list's elements: a heading for each group, and its options. */
export function optionsOf(
  groups: Map<string, Suggestion[]>,
  names: Record<string, string>,
  listId: string,
): HTMLLIElement[] {
  return [...groups].flatMap(([key, items]) => [
    element({ role: 'presentation' }, names[key] ?? key),
    ...items.map(({ text, recordId }, index) =>
      element(
        {
          role: 'option',
          id: `${listId}-${key}-${index}`,
          'aria-selected': 'false',
          'data-text': text,
          ...(recordId && { 'data-record': recordId }),
        },
        text,
      ),
    ),
  ])
}

function element(attributes: Record<string, string>, text: string): HTMLLIElement {
  const item = document.createElement('li')
  for (const [name, value] of Object.entries(attributes)) item.setAttribute(name, value)
  item.textContent = text
  return item
}
