import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { ActButton } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { stockPaths } from '../../../stock/words/paths.ts'
import { samplePaths } from '../../words/paths.ts'
import type { Box } from '../actions/wells.ts'
import { boxPageWords as words } from '../words/page.ts'

/** What can be done with the well that was chosen. */
export function Chosen({ box, chosen }: { box: Box; chosen: string | undefined }) {
  if (chosen === undefined) return null
  const well = box.wells.find((one) => one.well === chosen.toUpperCase())
  const here = stockPaths.place(box.id)
  return (
    <Section id="well" title={words.here(chosen)}>
      {well ? <Filled {...{ here, well, name: chosen }} /> : <Free here={here} name={chosen} />}
    </Section>
  )
}

const Free = ({ here, name }: { here: string; name: string }) => (
  <>
    <Local as="p" text={words.isFree} />
    <SmallForm action={`${here}/blocked-wells`} text={words.block}>
      <input type="hidden" name="well" value={name} />
      <SmallField id="block-reason" name="reason" label={words.reason} required />
    </SmallForm>
  </>
)

type Well = Box['wells'][number]

function Filled({ here, well, name }: { here: string; well: Well; name: string }) {
  const { sample, lot, blocked, isKept } = well
  if (sample) return <Occupant {...{ here, sample, isKept }} />
  if (lot) return <a href={stockPaths.lot(lot.id)}>{lot.code}</a>
  if (blocked === null) return <Local as="p" text={words.other} />
  return (
    <>
      <p>{blocked}</p>
      <ActButton action={`${here}/blocked-wells`} text={words.open} fields={{ well: name }} />
    </>
  )
}

type OccupantProps = {
  here: string
  sample: NonNullable<Well['sample']>
  isKept: boolean
}

const Occupant = ({ here, sample, isKept }: OccupantProps) => (
  <>
    <p>
      <a href={samplePaths.sample(sample.id)}>{sample.code}</a>
      {isKept && (
        <>
          {' · '}
          <Local text={words.keptLong} />
        </>
      )}
    </p>
    <SmallForm action={`${here}/takings`} text={words.takeOut} about={words.takeOutAbout}>
      <input type="hidden" name="code" value={sample.code} />
      <FormField type="checkbox" name="keepsPlace" label={words.keepsPlace} scope="take" />
    </SmallForm>
  </>
)
