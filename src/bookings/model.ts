/** What forms send for “no lab”: an empty field would not tell it from one that nobody has touched. */
export const noLab = 'none'

/** The lab that a form names, as the API takes it: null for none. */
export const labOrNone = (typed: string): string | null => (typed === noLab ? null : typed)

/** What a form holds, with its lab as the API takes it. */
export const withLabOrNone = ({ lab, ...typed }: Readonly<Record<string, string>>) => ({
  ...typed,
  ...(lab !== undefined && { lab: labOrNone(lab) }),
})
