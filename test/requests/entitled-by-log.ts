/** A row of a request's log, as the database has it. */
export type Row = { type: string; by: string | null; data: unknown }

type Known = {
  record: string
  content: string
  round: number
  until: string | null
  agreements: string[] | null
}
type Log = {
  items: Map<string, Known>
  members: Set<string>
  accepted: { key: string; round: number }[]
  round: number
  requester: string
  isSuspended: boolean
}
// oxlint-disable-next-line typescript/no-explicit-any -- data of all types of events
type Effect = (log: Log, data: any, by: string | null) => void

const ask: Effect = (log, data) => {
  log.round += 1
  log.isSuspended = false
  const asked = new Set(data.items.map(({ id }: { id: string }) => id))
  for (const id of log.items.keys()) if (!asked.has(id)) log.items.delete(id)
  for (const { id, recordId, target } of data.items) {
    const content = JSON.stringify(target)
    if (log.items.get(id)?.content !== content)
      log.items.set(id, {
        record: recordId,
        content,
        round: log.round,
        until: null,
        agreements: null,
      })
  }
}
const decide: Effect = ({ items }, { itemId, answer, agreementIds, until }) =>
  void Object.assign(items.get(itemId) ?? {}, {
    agreements: answer === 'approved' ? agreementIds : null,
    until,
  })
const end: Effect = ({ items }, { itemId }) => {
  const item = items.get(itemId)
  if (item) item.agreements = null
}
const moveEnd: Effect = ({ items }, { itemId, until }) => {
  const item = items.get(itemId)
  if (item) item.until = until
}
const suspend: Effect = (log) => void (log.isSuspended = true)

const effects: Readonly<Record<string, Effect>> = {
  submitted: ask,
  amended: ask,
  items_decided: (log, { decisions }, by) => {
    for (const decision of decisions) decide(log, decision, by)
  },
  appeal_answered: (log, { decision }, by) => decide(log, decision, by),
  revoked: end,
  // Asked again it is a new item.
  item_withdrawn: ({ items }, { itemId }) => void items.delete(itemId),
  renewed: moveEnd,
  end_set: moveEnd,
  terms_refused: ({ items }, { agreementId }) => {
    for (const item of items.values())
      if (item.agreements?.includes(agreementId)) item.agreements = null
  },
  terms_accepted: ({ accepted, round }, { agreementId }, by) =>
    void accepted.push({ key: `${by} ${agreementId}`, round }),
  member_added: ({ members }, { personId }) => void members.add(personId),
  member_removed: ({ members }, { personId }) => void members.delete(personId),
  handed_over: (log, { personId }) => {
    log.members.delete(log.requester)
    log.requester = personId
  },
  withdrawn: suspend,
  expired: suspend,
  returned: suspend,
}

/** The four conditions, from the log: who is entitled to which record at a moment, as `person record`. */
export function entitledByLog(rows: readonly Row[], owner: string, nowMs: number): string[] {
  const log: Log = {
    items: new Map(),
    members: new Set([owner]),
    accepted: [],
    round: 0,
    requester: owner,
    isSuspended: false,
  }
  for (const { type, data, by } of rows) effects[type]?.(log, data, by)
  if (log.isSuspended) return []
  return [...log.items.values()].flatMap((item) => personsOf(log, item, nowMs))
}

const personsOf = (
  { members, accepted }: Log,
  { record, agreements, until, round }: Known,
  nowMs: number,
): string[] =>
  agreements === null || (until !== null && Date.parse(until) <= nowMs)
    ? []
    : [...members]
        .filter((person) =>
          agreements.every((agreement) =>
            accepted.some((one) => one.key === `${person} ${agreement}` && one.round >= round),
          ),
        )
        .map((person) => `${person} ${record}`)
