import { stockWords } from '../words/common.ts'
import { stockLinks } from '../words/paths.ts'

/** Where every page of stock stands. */
export const stockCrumb = { text: stockWords.stock, href: stockLinks.lots.href }
