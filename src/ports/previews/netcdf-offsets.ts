/** A header of NetCDF 3 with offsets of 64 bits, as the library reads it, which keeps only 32 of them. */
export type ShortHeader = {
  bytes: Uint8Array<ArrayBuffer>
  /** What each variable's offset has beyond those. */
  highParts: number[]
}

const bytesOfType = [0, 1, 1, 2, 4, 4, 8] as const

/** Reads as far as the variables by the format's grammar, and writes zeros over the high halves of their offsets. */
export function shortHeader(header: Uint8Array): ShortHeader {
  const bytes = Uint8Array.from(header)
  const view = new DataView(bytes.buffer)
  let at = 8
  const next = () => {
    at += 4
    return view.getUint32(at - 4)
  }
  const skip = (length: number) => {
    at += Math.ceil(length / 4) * 4
  }
  /** An empty list has a tag of zero, and no entries. */
  const each = (read: () => void) => {
    next()
    for (let left = next(); left > 0; left -= 1) read()
  }
  const attribute = () => {
    skip(next())
    const type = next()
    skip(next() * (bytesOfType[type] ?? 1))
  }
  const highParts: number[] = []
  each(() => {
    skip(next())
    next()
  })
  each(attribute)
  each(() => {
    skip(next())
    skip(next() * 4)
    each(attribute)
    at += 8
    highParts.push(view.getUint32(at))
    view.setUint32(at, 0)
    at += 8
  })
  return { bytes, highParts }
}
