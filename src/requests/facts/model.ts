import type { Kind } from '../../catalog/records/model/record.ts'
import type { LocalText } from '../../core/text.ts'
import type { Answer, Delivery } from '../requests/model/events.ts'

/** Somebody's organisation, as addresses are written. */
export type Organisation = {
  id: string
  name: LocalText
  address: string | null
  creditCode: string | null
  wiews: string | null
  country: string | null
}

/** What of a lot is held back for an item, in its smallest parts, and where it lies. */
export type LotFacts = { code: string; place: string | null; unit: string; open: number }

export type ItemFacts = {
  id: string
  recordId: string
  kind: Kind
  title: LocalText
  /** The number that its provider gave it. */
  number: string | null
  /** Its scientific name. */
  taxon: string | null
  /** ISO 3166, three letters. */
  origin: string | null
  delivery: Delivery
  /** In smallest parts of the unit; what was approved, once it was. */
  quantity: number | null
  unit: string | null
  isLoan: boolean
  answer: Answer | null
  isEnded: boolean
  conditions: string | null
  shipped: number
  lots: readonly LotFacts[]
}

/** What a request says of itself, for the texts and papers that name it. */
export type RequestFacts = {
  id: string
  number: string
  institutionId: string
  collectionId: string | null
  requesterId: string
  provider: Organisation & { collection: LocalText | null }
  requester: { name: string; email: string }
  recipient: Organisation | null
  /** Where it is sent, if not to the recipient's address. */
  deliverTo: string | null
  lab: LocalText | null
  purpose: string | null
  submittedAt: string | null
  /** Of its content when it was last changed. */
  round: number
  items: readonly ItemFacts[]
}
