import { type Context as HonoContext, Hono } from 'hono'
import { encode } from 'uqr'
import { inLang, type LocalText } from '../../../core/text.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { Local, OtherLocal, useText } from '../../../web/lang.tsx'
import type { BookingSection } from '../../../bookings/bookings/pages/booking.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { codeForBooking, kioskCodeOf, makeKioskCode } from '../actions.ts'
import { kioskWords as words } from '../words.ts'
import { keepingPage } from '../../overview/pages/frame.tsx'
import { upkeepPaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const path = '/instruments/:id/label' as const

/** The label that stands on an instrument: its code, to be printed. */
export const labelPages = new Hono<Env>()
  .get(path, (c) => labelPage(c))
  .post(path, async (c) => {
    const id = c.req.param('id')
    await makeKioskCode(c.var.ctx, id)
    setFlash(c, words.labelMade)
    return c.redirect(upkeepPaths.label(id), 303)
  })

async function labelPage(c: C) {
  const { ctx } = c.var
  const { instrument, code } = await kioskCodeOf(ctx, c.req.param('id') ?? '')
  const title = { zh: instrument.titleZh, en: instrument.titleEn }
  const action = upkeepPaths.label(instrument.id)
  return keepingPage(
    c,
    { instrument, at: 'label' },
    code ? (
      <>
        <Label title={title} address={`${ctx.baseUrl}/k/${code}`} />
        <Local as="p" class="label-hint" text={words.labelPrint} />
        <div class="label-actions">
          <ButtonLink href={`/k/${code}`} text={words.openKiosk} />
          <SmallForm
            action={action}
            text={words.renewLabel}
            of={[title]}
            look="danger"
            about={words.renewAbout}
          />
        </div>
      </>
    ) : (
      <Empty title={words.noLabel} icon="instrument">
        <form method="post" action={action}>
          <Button look="primary" text={words.makeLabel} />
        </form>
      </Empty>
    ),
  )
}

function Label({ title, address }: { title: LocalText; address: string }) {
  return (
    <section class="label">
      <Qr title={title} text={address} />
      <h2>
        <Local text={title} />
        <OtherLocal text={title} />
      </h2>
      <Local as="p" text={words.labelScan} />
      <p class="label-address">{address}</p>
    </section>
  )
}

/** On a booking's page: the code that opens the page at the instrument, for who has it on paper or on another screen. */
export const kioskCode: BookingSection = async (c, bookingId) => {
  const { ctx } = c.var
  const found = await codeForBooking(ctx, bookingId)
  if (!found) return <></>
  const { code, title } = found
  const address = `${ctx.baseUrl}/k/${code}`
  return (
    <Section title={words.atInstrument}>
      <div class="pass-code">
        <Qr title={title} text={address} />
        <div>
          <Local as="p" text={words.codeHere} />
          <a class="label-address" href={`/k/${code}`}>
            {address}
          </a>
        </div>
      </div>
    </Section>
  )
}

/** Dark on light in every theme, as cameras want it, with the quiet zone that the standard asks for. */
function Qr({ title, text }: { title: LocalText; text: string }) {
  const t = useText()
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  const name = { zh: inLang(title, 'zh'), en: inLang(title, 'en') }
  return (
    <svg
      class="label-qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t(words.qrOf(name))}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
