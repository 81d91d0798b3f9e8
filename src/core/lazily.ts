type Makers = Record<string, () => unknown>
type Made<M extends Makers> = { readonly [Name in keyof M]: ReturnType<M[Name]> }

/** An object whose properties are made when they are first asked for, and then kept: most schemas never are. */
export function lazily<M extends Makers>(makers: M): Made<M> {
  const made = {}
  for (const [name, make] of Object.entries(makers))
    Object.defineProperty(made, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = make()
        Object.defineProperty(made, name, { value, enumerable: true })
        return value
      },
    })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each property is what its maker returns
  return made as Made<M>
}
