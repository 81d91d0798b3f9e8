/** Text that goes into a header or between others' words: one line, without control characters. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()

/** Whether this may stand in `To:` as it is: one bare address, with nothing that would begin another header. */
export const isPlainAddress = (address: string): boolean =>
  address.length <= 254 && /^[^\s<>(),;:"[\]\\]+@[^\s<>(),;:"[\]\\@]+$/.test(address)
