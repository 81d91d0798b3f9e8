import { type Context as HonoContext, Hono } from 'hono'
import { raw } from 'hono/html'
import { bothLanguages } from '../../core/text.ts'
import { defaultZone } from '../../core/time.ts'
import { symbolOf } from '../../stock/labels/rules.ts'
import { operation } from '../../web/api.ts'
import { Day, FieldList, type FieldItem } from '../../web/components/values.tsx'
import type { Env } from '../../web/env.ts'
import { bytesText } from '../../web/format.ts'
import { item } from '../../web/item.ts'
import { Local, useText } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { dataKindNames, gradeNames, sharingNames } from '../words/names.ts'
import { depositPaths } from '../words/paths.ts'
import { getManifest, getReceipt, type Receipt } from './actions.ts'
import { ReceiptAnswer } from './model.ts'
import { receiptWords as words } from './words.ts'

type C = HonoContext<Env>

const receipt = item({
  path: '/receipts/:number',
  tag: 'deposits',
  summary: 'A receipt of deposited data, for everybody who wants to verify it',
  schema: ReceiptAnswer,
  read: (ctx, { number }) => getReceipt(ctx, number),
})

const manifest = new Hono<Env>().get(
  '/receipts/:number/manifest',
  operation({
    summary: 'The list of files that a receipt is of, as `sha256sum` prints it',
    description: 'For the depositor, the carrying institution and the centre.',
    tag: 'deposits',
    answers: {},
    files: ['text/plain'],
    refuses: [403, 404],
  }),
  async (c) => {
    const number = c.req.param('number')
    const text = await getManifest(c.var.ctx, number)
    c.header('cache-control', 'private, no-store')
    c.header('content-disposition', `attachment; filename="manifest-sha256.txt"`)
    return c.text(text)
  },
)

/** Receipts: their JSON, and the page that is printed and verified. */
export const { api: receiptRoutes, pages: receiptPages } = surfaces(
  receipt,
  { api: manifest },
  { pages: new Hono<Env>().get('/receipts/:number', (c) => receiptPage(c)) },
)

async function receiptPage(c: C) {
  const { ctx } = c.var
  const found = await getReceipt(ctx, c.req.param('number') ?? '')
  const address = `${ctx.baseUrl}${depositPaths.receipt(found.number)}`
  return page(
    c,
    {
      title: `${words.receipt[ctx.lang]} ${found.number}`,
      crumbs: [{ text: { zh: found.number, en: found.number } }],
      width: 'reading',
      main: 'receipt-main',
      head: <meta name="robots" content="noindex" />,
    },
    <Sheet receipt={found} address={address} svg={await symbolOf('qrcode', address)} />,
  )
}

type SheetProps = { receipt: Receipt; address: string; svg: string }

function Sheet({
  receipt: { number, centre, details, grade, issuedAt, isParty },
  ...at
}: SheetProps) {
  const t = useText()
  return (
    <article class="receipt">
      <header>
        <Local as="h1" text={words.receipt} />
        <p class="receipt-number numeric">
          <span class="quiet">{t(words.number)}</span> <strong>{number}</strong>
        </p>
      </header>
      <Local as="p" text={words.certifies(bothLanguages(centre))} />
      <FieldList
        fields={[
          ...fieldsOf(details, grade),
          { label: words.issuedAt, value: <Day when={issuedAt} zone={defaultZone} /> },
        ]}
      />
      {!details && <Local as="p" class="quiet" text={words.confidential} />}
      {isParty && (
        <p class="receipt-files">
          <a href={`/api/v1/receipts/${number}/manifest`} download>
            {t(words.getManifest)}
          </a>
        </p>
      )}
      <Foot number={number} centre={centre} {...at} />
    </article>
  )
}

type FootProps = Pick<Receipt, 'number' | 'centre'> & Omit<SheetProps, 'receipt'>

const Foot = ({ number, centre, address, svg }: FootProps) => (
  <footer class="receipt-foot">
    <div>
      <Local as="p" text={words.genuine} />
      <p class="quiet small">
        <Local as="span" text={words.verify} />
      </p>
      <p class="small">
        <a href={depositPaths.receipt(number)}>{address}</a>
      </p>
    </div>
    <span class="receipt-code" aria-hidden="true">
      {raw(svg)}
    </span>
    <div class="receipt-seal">
      <Local as="p" text={centre} />
      <Local as="p" class="quiet" text={words.seal} />
    </div>
  </footer>
)

function fieldsOf(details: Receipt['details'], grade: Receipt['grade']): FieldItem[] {
  const graded = { label: words.grade, value: <Local text={gradeNames[grade]} /> }
  if (!details) return [graded]
  return [
    { label: words.project, value: <Local text={details.project} /> },
    { label: words.awardNumber, value: <code>{details.awardNumber}</code> },
    { label: words.funder, value: details.funder },
    { label: words.institution, value: <Local text={details.institution} /> },
    { label: words.leader, value: details.leader },
    {
      label: words.title,
      value: details.recordId ? (
        <Local as="a" href={paths.record(details.recordId)} text={details.title} />
      ) : (
        <Local text={details.title} />
      ),
    },
    { label: words.dataKind, value: <Local text={dataKindNames[details.dataKind]} /> },
    graded,
    { label: words.sharing, value: <Local text={sharingNames[details.sharing]} /> },
    ...(details.embargoUntil
      ? [{ label: words.embargoUntil, value: <Day when={details.embargoUntil} /> }]
      : []),
    {
      label: words.files,
      value: <Local text={words.filesOf(details.fileCount, bytesText(details.sizeBytes))} />,
    },
    {
      label: words.manifest,
      value: (
        <>
          <code class="receipt-hash">{details.manifestSha256}</code>
          <Local as="p" class="quiet small" text={words.manifestHint} />
        </>
      ),
    },
  ]
}
