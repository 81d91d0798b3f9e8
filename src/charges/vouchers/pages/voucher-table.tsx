import { StateBadge } from '../../../web/components/state-badge.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { formatDate } from '../../../web/format.ts'
import { ActButton } from '../../../web/forms.tsx'
import { Local, useLang, useText } from '../../../web/lang.tsx'
import type { VoucherRow } from '../actions.ts'
import { voucherWords as words } from '../words.ts'
import { statementsHref, vouchersHref } from '../../words/paths.ts'
import { formatYuan, Yuan } from '../../charges/pages/money.tsx'

type Props = { vouchers: readonly VoucherRow[]; today: string; kept: ReadonlySet<string> }

/** Who holds what, what is left of it, and until when. */
export function VoucherTable({ vouchers, today, kept }: Props) {
  const keeps = vouchers.some(({ institutionId }) => kept.has(institutionId))
  return (
    <Table
      caption={words.vouchers}
      captionUnseen
      columns={[...columns, stateColumn(today), ...(keeps ? [withdrawColumn(kept)] : [])]}
      rows={vouchers}
    />
  )
}

const columns: Column<VoucherRow>[] = [
  {
    key: 'code',
    label: words.code,
    head: true,
    nowrap: true,
    cell: ({ code }) => <code>{code}</code>,
  },
  {
    key: 'title',
    label: words.title,
    cell: ({ titleZh, titleEn }) => <Local text={{ zh: titleZh, en: titleEn }} />,
  },
  {
    key: 'institution',
    label: words.institution,
    cell: ({ institutionZh, institutionEn }) => (
      <Local text={{ zh: institutionZh, en: institutionEn }} />
    ),
  },
  {
    key: 'lab',
    label: words.lab,
    cell: ({ labId, labZh, labEn }) => (
      <a href={statementsHref(labId)}>
        <Local text={{ zh: labZh, en: labEn }} />
      </a>
    ),
  },
  { key: 'cover', label: words.cover, cell: (voucher) => <Cover voucher={voucher} /> },
  {
    key: 'face',
    label: words.face,
    align: 'end',
    nowrap: true,
    cell: ({ faceFen }) => <Yuan fen={faceFen} />,
  },
  {
    key: 'balance',
    label: words.balance,
    align: 'end',
    nowrap: true,
    cell: ({ balanceFen }) => <Yuan fen={balanceFen} />,
  },
  { key: 'validity', label: words.validity, cell: (voucher) => <Validity voucher={voucher} /> },
]

function Cover({ voucher }: { voucher: VoucherRow }) {
  const lang = useLang()
  const { coverPercent, coverFen, capFen } = voucher
  const cap = capFen === null ? null : formatYuan(capFen, lang)
  return (
    <Local
      text={
        coverPercent === null
          ? words.sum(formatYuan(coverFen ?? 0, lang))
          : words.share(coverPercent, cap)
      }
    />
  )
}

function Validity({ voucher: { validFrom, validTo } }: { voucher: VoucherRow }) {
  const lang = useLang()
  return (
    <span class="numeric">
      {formatDate(validFrom, lang)} – {formatDate(validTo, lang)}
    </span>
  )
}

const stateColumn = (today: string): Column<VoucherRow> => ({
  key: 'state',
  label: words.state,
  nowrap: true,
  cell: (voucher) => <StateBadge {...stateOf(voucher, today)} />,
})

function stateOf({ withdrawnAt, balanceFen, validFrom, validTo }: VoucherRow, today: string) {
  if (withdrawnAt) return { tone: 'calm', text: words.withdrawn } as const
  if (balanceFen === 0) return { tone: 'calm', text: words.spent } as const
  if (today > validTo) return { tone: 'calm', text: words.over } as const
  return today < validFrom
    ? ({ tone: 'note', text: words.notYet } as const)
    : ({ tone: 'good', text: words.usable } as const)
}

const withdrawColumn = (kept: ReadonlySet<string>): Column<VoucherRow> => ({
  key: 'withdraw',
  label: words.action,
  cell: ({ id, code, institutionId, withdrawnAt }) =>
    kept.has(institutionId) && !withdrawnAt && <Withdraw id={id} code={code} />,
})

function Withdraw({ id, code }: { id: string; code: string }) {
  const t = useText()
  return (
    <ActButton
      action={`${vouchersHref}/${id}/withdrawal`}
      text={words.withdraw}
      label={t(words.withdrawOf(code))}
      look="danger"
    />
  )
}
