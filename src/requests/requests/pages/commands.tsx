import type { z } from 'zod'
import type { Context } from '../../../core/context.ts'
import type { Typed } from '../../../core/form.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { requestPaths } from '../../words/paths.ts'
import { giveCommand, personNamed, type Wish } from '../actions/command.ts'
import {
  amendRequest,
  claimRequest,
  decideItems,
  endOfDayNamed,
  submitRequest,
} from '../actions/steps.ts'
import {
  Amendment,
  consentForm,
  Decisions,
  itemForm,
  itemNoteForm,
  itemUntilForm,
  labelsForm,
  membershipForm,
  newMemberForm,
  noteForm,
  optionalNoteForm,
  personForm,
  renewalForm,
  reviewForm,
} from '../model/request.ts'
import type { Command } from '../rules/lifecycle.ts'
import { requestItem } from '../routes.ts'
import { commandNames, doneWords } from '../words/names.ts'
import { requestPage } from './request.tsx'

type Key = { id: string }
type Takes<Input> = {
  schema: z.ZodType<Input>
  read: (typed: Typed, zone?: string) => unknown
}

/** A command of a request as JSON and as a form of its page. */
const command = <Input extends object>(
  name: Command,
  declared: {
    path: string
    summary: string
    form?: Takes<Input>
    does: (ctx: Context, input: Input, key: Key) => Promise<Key>
  },
) =>
  write({
    ...declared,
    path: `/requests/:id/${declared.path}`,
    tag: 'requests',
    refuses: [404, 409],
    // Who hands a request over or leaves it does not see it any more.
    ...(!isLeaving(declared.path) && { answer: requestItem }),
    flash: () => doneWords(commandNames[name]),
    next: ({ id }) => (isLeaving(declared.path) ? requestPaths.requests : requestPaths.one(id)),
    page: (c, form) => requestPage(c, { id: c.req.param('id') ?? '', form }),
  })

const isLeaving = (path: string) => path === 'handover' || path === 'member-removal'

/** One that is what was sent, and nothing else. */
const plain = <Input extends object>(
  name: Command,
  {
    asked,
    ...declared
  }: {
    path: string
    summary: string
    form?: Takes<Input>
    asked: (input: Input) => Wish
  },
) =>
  command<Input>(name, {
    ...declared,
    does: (ctx, input, { id }) => giveCommand(ctx, { id }, asked(input)),
  })

const decisionForm = {
  schema: Decisions,
  /** Fields are named `<item>.answer`, `<item>.quantity` and so on; an item without an answer stays open. */
  read: (typed: Typed) => {
    const at = (name: string) => typed[name]?.[0]?.trim() || undefined
    const version = at('version')
    return {
      version: version === undefined ? undefined : Number(version),
      decisions: (typed['item'] ?? []).flatMap((item) => {
        const answer = at(`${item}.answer`)
        const quantity = at(`${item}.quantity`)
        if (answer === undefined) return []
        return [
          {
            item,
            answer,
            quantity: quantity === undefined ? undefined : Number(quantity),
            conditions: at(`${item}.conditions`),
            reason: at(`${item}.reason`),
            until: at(`${item}.until`),
            agreements: typed[`${item}.agreements`],
          },
        ]
      }),
    }
  },
}

export const { api: commandRoutes, pages: commandPages } = surfaces(
  command('submission', {
    path: 'submission',
    summary: 'Send a draft, or what was returned',
    does: (ctx, _, { id }) => submitRequest(ctx, { id }),
  }),
  command('amendment', {
    path: 'amendment',
    summary:
      'Change what was sent: items, purpose, answers, where it goes; consent and acceptances are asked for again',
    form: { schema: Amendment, read: (typed) => typed },
    does: (ctx, amendment, { id }) => amendRequest(ctx, amendment, { id }),
  }),
  command('decision', {
    path: 'decision',
    summary: 'Decide items one by one; what is not named stays open',
    form: decisionForm,
    does: (ctx, input, { id }) => decideItems(ctx, input, { id }),
  }),
  command('claim', {
    path: 'claim',
    summary: 'Claim a request for two days: others do not decide it meanwhile',
    does: (ctx, _, { id }) => claimRequest(ctx, { id }),
  }),
  plain('release', {
    path: 'release',
    summary: 'Let go of a claim',
    asked: () => ({ command: 'release' }),
  }),
  plain('consent', {
    path: 'consent',
    summary: 'Consent as the supervisor, or refuse',
    form: consentForm,
    asked: ({ given, note }) => ({ command: 'consent', isGiven: given, note: note ?? '' }),
  }),
  plain('return', {
    path: 'return',
    summary: 'Return a request to its requester with a note',
    form: noteForm,
    asked: ({ note }) => ({ command: 'return', note }),
  }),
  plain('review_request', {
    path: 'review-request',
    summary: 'Ask somebody for a review',
    form: personForm,
    asked:
      ({ person, note }) =>
      async (trx) => ({
        command: 'review_request',
        personId: await personNamed(trx, person),
        note: note ?? null,
      }),
  }),
  plain('review', {
    path: 'review',
    summary: 'Give the review that you were asked for',
    form: reviewForm,
    asked: (review) => ({ command: 'review', ...review }),
  }),
  plain('reassignment', {
    path: 'reassignment',
    summary: 'Hand a request to another steward',
    form: personForm,
    asked:
      ({ person, note }) =>
      async (trx) => ({
        command: 'reassignment',
        personId: await personNamed(trx, person),
        note: note ?? null,
      }),
  }),
  plain('conflict', {
    path: 'conflict',
    summary: 'Declare a conflict of interest: somebody else decides',
    form: noteForm,
    asked: ({ note }) => ({ command: 'conflict', note }),
  }),
  plain('withdrawal', {
    path: 'withdrawal',
    summary: 'Withdraw a request of yours',
    form: optionalNoteForm,
    asked: ({ note }) => ({ command: 'withdrawal', note: note ?? null }),
  }),
  plain('item_withdrawal', {
    path: 'item-withdrawal',
    summary: 'Withdraw one item',
    form: itemForm,
    asked: ({ item }) => ({ command: 'item_withdrawal', itemId: item }),
  }),
  plain('membership', {
    path: 'members',
    summary: 'Add a member',
    form: newMemberForm,
    asked:
      ({ person }) =>
      async (trx) => ({
        command: 'membership',
        personId: await personNamed(trx, person),
        isAdded: true,
      }),
  }),
  plain('membership', {
    path: 'member-removal',
    summary: 'Remove a member, or leave',
    form: membershipForm,
    asked: ({ person }) => ({ command: 'membership', personId: person, isAdded: false }),
  }),
  plain('handover', {
    path: 'handover',
    summary: 'Hand a request over to one of its members',
    form: membershipForm,
    asked: ({ person }) => ({ command: 'handover', personId: person }),
  }),
  plain('appeal', {
    path: 'appeal',
    summary: 'Appeal against the answer to an item; somebody else answers',
    form: itemNoteForm,
    asked: ({ item, note }) => ({ command: 'appeal', itemId: item, note }),
  }),
  plain('renewal_request', {
    path: 'renewal-request',
    summary: 'Ask for longer access',
    form: itemUntilForm,
    asked: ({ item, until, note }) => ({
      command: 'renewal_request',
      itemId: item,
      until: endOfDayNamed(until),
      note: note ?? null,
    }),
  }),
  plain('renewal', {
    path: 'renewal',
    summary: 'Answer a renewal: until a day, or no',
    form: renewalForm,
    asked: ({ item, until, note }) => ({
      command: 'renewal',
      itemId: item,
      until: until === undefined ? null : endOfDayNamed(until),
      note: note ?? '',
    }),
  }),
  plain('end_date', {
    path: 'end-date',
    summary: 'Set the last day of access to an item',
    form: itemUntilForm,
    asked: ({ item, until }) => ({
      command: 'end_date',
      itemId: item,
      until: endOfDayNamed(until),
    }),
  }),
  plain('revocation', {
    path: 'revocation',
    summary: 'Revoke an approved item',
    form: itemNoteForm,
    asked: ({ item, note }) => ({ command: 'revocation', itemId: item, reason: note }),
  }),
  plain('closure', {
    path: 'closure',
    summary: 'Close a request',
    form: optionalNoteForm,
    asked: ({ note }) => ({ command: 'closure', note: note ?? null }),
  }),
  plain('labelling', {
    path: 'labels',
    summary: 'Set the labels of a request, for those who decide',
    form: labelsForm,
    asked: ({ labels }) => ({
      command: 'labelling',
      labels: labels
        .split(/[;；]/)
        .map((label) => label.trim())
        .filter(Boolean),
    }),
  }),
)
