import { z } from 'zod'
import { spanText, wallClockOf } from '../../core/wall-clock.ts'
import { langTag } from '../../core/text.ts'
import type { Temporal } from '../../core/time.ts'
import { FormField } from '../../web/components/form-field.tsx'
import { Section } from '../../web/components/page-head.tsx'
import { StateBadge } from '../../web/components/state-badge.tsx'
import { ActButton, type Filled, filledWith, Form } from '../../web/forms.tsx'
import { Local, useLang } from '../../web/lang.tsx'
import type { OutageRow } from './actions/outages.ts'
import { outageKinds } from './model.ts'
import { outageState } from './rules.ts'
import { outageKindNames, outageStateNames } from './words.ts'
import { pageWords as words } from '../overview/words.ts'
import { SmallField, SmallForm } from '../../web/components/small-form.tsx'
import { bookingPaths } from '../../bookings/words/paths.ts'

const HitShape = z.object({
  id: z.string(),
  start: z.string(),
  end: z.string(),
  person: z.object({ name: z.string() }),
})
export type Hit = z.output<typeof HitShape>
export const hitIn = (value: unknown): Hit | undefined => HitShape.safeParse(value).data

type Common = { base: string; zone: string; now: Temporal.Instant }
type Props = Common & {
  outages: readonly OutageRow[]
  form: Filled | undefined
  /** Bookings that the form's outage would hit. */
  hits: readonly Hit[]
}

export function OutageSection({ outages, form, hits, ...common }: Props) {
  return (
    <Section title={words.outages}>
      {outages.length > 0 ? (
        <ul class="kept-list">
          {outages.map((outage) => (
            <Entry outage={outage} {...common} />
          ))}
        </ul>
      ) : (
        <p class="quiet">
          <Local text={words.noOutages} />
        </p>
      )}
      <details class="fold" open={form !== undefined}>
        <summary>
          <Local text={words.newOutage} />
        </summary>
        <OutageForm {...common} form={form ?? filledWith({ kind: 'maintenance' })} hits={hits} />
      </details>
    </Section>
  )
}

const tones = { planned: 'note', running: 'danger', over: 'calm', cancelled: 'calm' } as const

function Entry({ outage, base, zone, now }: Common & { outage: OutageRow }) {
  const state = outageState(outage, now)
  const action = `${base}/outages/${outage.id}`
  const times = { start: outage.start.epochMilliseconds, end: outage.end.epochMilliseconds }
  return (
    <li class="kept">
      <div class="kept-head">
        <h3>{outage.reason}</h3>
        <StateBadge tone={tones[state]} text={outageStateNames[state]} />
        <span class="quiet">
          <Local text={outageKindNames[outage.kind]} />
        </span>
        <span class="numeric">
          {spanText(times, { zone, locale: langTag(useLang()) })}{' '}
          {outage.isEstimate && <Local text={words.estimate} />}
        </span>
      </div>
      <div class="kept-actions">
        <ActButton
          action={`${action}/end`}
          text={state === 'running' ? words.endNow : words.cancelOutage}
        />
        <SmallForm action={action} text={words.changeEnd}>
          <SmallField
            id={`end-${outage.id}`}
            name="end"
            label={words.newEnd}
            type="datetime-local"
            value={wallClockOf(times.end, zone)}
            required
          />
        </SmallForm>
      </div>
    </li>
  )
}

const labels = {
  start: words.from,
  end: words.to,
  kind: words.outageKind,
  reason: words.outageReason,
}

type FormProps = Common & { form: Filled; hits: readonly Hit[] }

function OutageForm({ base, zone, form, hits }: FormProps) {
  const field = (name: string) => ({ name, value: form.value(name), error: form.error(name) })
  return (
    <Form action={`${base}/outages`} form={form} submit={words.newOutage} labels={labels}>
      {hits.length > 0 && <Hits hits={hits} zone={zone} />}
      <FormField
        {...field('reason')}
        label={words.outageReason}
        hint={words.outageReasonHint}
        maxLength={500}
        required
      />
      <FormField
        {...field('kind')}
        type="select"
        label={words.outageKind}
        choices={outageKinds.map((value) => ({ value, label: outageKindNames[value] }))}
        required
      />
      <Times form={form} zone={zone} />
      <FormField
        type="checkbox"
        name="displace"
        label={words.displace}
        hint={words.displaceHint}
        checked={form.value('displace') === 'true'}
      />
    </Form>
  )
}

function Times({ form, zone }: { form: Filled; zone: string }) {
  const field = (name: string) => ({ name, value: form.value(name), error: form.error(name) })
  return (
    <>
      <div class="field-pair">
        <FormField
          {...field('start')}
          type="datetime-local"
          label={words.from}
          hint={words.startHint}
        />
        <FormField {...field('end')} type="datetime-local" label={words.to} hint={words.endHint} />
      </div>
      <p class="quiet">
        <Local text={words.zoneHint(zone)} />
      </p>
    </>
  )
}

function Hits({ hits, zone }: { hits: readonly Hit[]; zone: string }) {
  const locale = langTag(useLang())
  return (
    <section>
      <h3>
        <Local text={words.wouldHit} />
      </h3>
      <ul>
        {hits.map(({ id, start, end, person }) => (
          <li>
            <a href={bookingPaths.booking(id)}>
              {spanText({ start: Date.parse(start), end: Date.parse(end) }, { zone, locale })}
            </a>{' '}
            {person.name}
          </li>
        ))}
      </ul>
    </section>
  )
}
