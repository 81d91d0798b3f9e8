const letters = Array.from('abcdefghijklmnopqrstuvwxyz')

/** Every word that is one slip away: a letter too many, too few, another one, or two of them exchanged. */
export function slipsOf(word: string): string[] {
  const cuts = Array.from({ length: word.length + 1 }, (_, at) => at)
  const slips = cuts.flatMap((at) => {
    const [before, first, second, after] = [
      word.slice(0, at),
      word.charAt(at),
      word.charAt(at + 1),
      word.slice(at + 2),
    ]
    return [
      before + second + after,
      before + second + first + after,
      ...letters.flatMap((letter) => [
        before + letter + word.slice(at),
        before + letter + second + after,
      ]),
    ]
  })
  return [...new Set(slips)].filter((slip) => slip !== word)
}
