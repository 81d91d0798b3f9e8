/** A text within a pattern of `like`: its `%` and `_` stand for themselves. */
export const literally = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`)
