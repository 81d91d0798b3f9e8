import { benchPart } from '../../../catalog/bench/pages.tsx'
import { paths } from '../../../web/paths.ts'
import { searchIncomplete, searchSuspicious } from '../actions.ts'
import { findingsText, qualityLinks as links, qualityWords as words } from '../words.ts'

const hrefOf = ({ id }: { id: string }) => `${paths.record(id)}#completeness`

/** Passports that a curator has to complete or to check. */
export const qualityBench = [
  benchPart({
    title: words.incomplete,
    none: words.noneIncomplete,
    href: `${links.incomplete.href}?below=5`,
    query: (ctx, paging) => searchIncomplete(ctx, { ...paging, below: '5' }),
    item: ({ id, title, index }) => ({
      href: hrefOf({ id }),
      text: title,
      about: words.indexOf(index),
    }),
  }),
  benchPart({
    title: words.suspicious,
    none: words.noneSuspicious,
    href: links.suspicious.href,
    query: searchSuspicious,
    item: ({ id, title, findings }) => ({
      href: hrefOf({ id }),
      text: title,
      about: findingsText(findings),
    }),
  }),
]
