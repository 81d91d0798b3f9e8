/** The child's end of the pipe over which it asks its parent for ranges: two numbers of 8 bytes, first and length. */
export const rangesPipe = 4

/** Before the bytes that answer stands how many there are, in 8 bytes. */
export const rangeHeaderBytes = 8
