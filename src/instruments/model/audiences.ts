/** Who may book, widest last: each includes those before it. */
export const audiences = ['own_lab', 'institution', 'member', 'external'] as const
export type Audience = (typeof audiences)[number]
