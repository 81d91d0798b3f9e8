import type { Context as HonoContext } from 'hono'
import type { LocalText } from '../../../core/text.ts'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { write } from '../../../web/write.tsx'
import { termChoices } from '../../pages/choices.ts'
import type { SampleRow } from '../../samples/actions/hold.ts'
import { samplePaths } from '../../words/paths.ts'
import { genealogyOf, makeAliquots, makeDerivative } from '../actions.ts'
import { aliquotForm, derivativeForm, GenealogyAnswer, MadeAnswer } from '../model.ts'
import { type Relative, treeOf } from '../rules.ts'
import { deriveWords, genealogyWords as words } from '../words.ts'

type C = HonoContext<Env>
const tag = 'samples'
const path = '/samples/:id'

type Typed = { aliquots?: Filled; derivative?: Filled }
type Show = (c: C, typed: Typed) => Promise<Response>

const genealogy = item({
  path: `${path}/genealogy`,
  tag,
  summary: 'What a sample was made from and what was made of it; for the staff of its collection',
  schema: GenealogyAnswer,
  read: genealogyOf,
})

const aliquots = (show: Show) =>
  write({
    path: `${path}/aliquots`,
    tag,
    summary:
      'Make aliquots of a sample: the whole amount is taken from it, codes go on from its own',
    refuses: [409],
    form: aliquotForm,
    result: MadeAnswer,
    does: makeAliquots,
    flash: ({ count }) => deriveWords.aliquoted(count),
    next: ({ id }) => samplePaths.sample(id),
    page: (c, form) => show(c, { aliquots: form }),
  })

const derivative = (show: Show) =>
  write({
    path: `${path}/derivatives`,
    tag,
    summary: 'Make something else of a sample, such as DNA of blood',
    refuses: [409],
    form: derivativeForm,
    result: MadeAnswer,
    does: makeDerivative,
    flash: ({ code }) => deriveWords.derived(code),
    next: ({ id }) => samplePaths.sample(id),
    page: (c, form) => show(c, { derivative: form }),
  })

/** Where a sample comes from and what is made of it, as a part of its page. */
export const derivedOf = (show: Show) => ({
  parts: [genealogy, aliquots(show), derivative(show)],
  section: async (c: C, row: SampleRow, typed: Typed) => {
    const { ctx } = c.var
    const found = await genealogyOf(ctx, row)
    const isOpen =
      row.state === 'stored' && !row.blockedAt && !row.collectionWithdrawnAt && row.amount > 0
    return (
      <>
        <Genealogy id={row.id} found={found} />
        {isOpen && (
          <Making
            row={row}
            typed={typed}
            temperatures={await termChoices(ctx, {
              type: 'miabis_sample_type',
              temperature: 'miabis_storage_temperature',
            })}
          />
        )}
      </>
    )
  },
})

type Found = Awaited<ReturnType<typeof genealogyOf>>
type Node = { id: string; code: string; type: { name: LocalText } }

function Genealogy({ id, found }: { id: string; found: Found }) {
  const { ancestors, descendants, isWhole } = found
  if (ancestors.length + descendants.length === 0) return <></>
  const steps = (relations: Found['ancestors']) =>
    relations.map(({ from, ...sample }) => ({ from, sample }))
  return (
    <Section title={words.genealogy}>
      <Lineage title={words.ancestors} relatives={treeOf(id, steps(ancestors))} />
      <Lineage title={words.descendants} relatives={treeOf(id, steps(descendants))} />
      {!isWhole && <Local as="p" class="quiet" text={words.more} />}
    </Section>
  )
}

type LineageProps = { title: LocalText; relatives: readonly Relative<Node>[] }

const Lineage = ({ title, relatives }: LineageProps) =>
  relatives.length === 0 ? (
    <></>
  ) : (
    <>
      <Local as="h3" text={title} />
      <Relatives relatives={relatives} />
    </>
  )

const Relatives = ({ relatives }: { relatives: readonly Relative<Node>[] }) => (
  <ul class="nested-list">
    {relatives.map(({ sample, isRepeated, beyond }) => (
      <li>
        <p>
          <a href={samplePaths.sample(sample.id)}>
            <code>{sample.code}</code>
          </a>{' '}
          <Local as="span" class="quiet" text={sample.type.name} />
          {isRepeated && <Local as="span" class="quiet" text={words.again} />}
        </p>
        {beyond.length > 0 && <Relatives relatives={beyond} />}
      </li>
    ))}
  </ul>
)

type MakingProps = {
  row: SampleRow
  typed: Typed
  temperatures: Awaited<ReturnType<typeof termChoices<'type' | 'temperature'>>>
}

/** Both ways to make something of it, each folded away until it is asked for or was refused. */
function Making({ row, typed, temperatures: { type, temperature } }: MakingProps) {
  const here = samplePaths.sample(row.id)
  return (
    <Section title={deriveWords.making}>
      <details open={typed.aliquots !== undefined}>
        <Local as="summary" text={deriveWords.aliquots} />
        <Local as="p" class="quiet" text={deriveWords.aliquotsAbout} />
        <EntityForm
          of={aliquotForm}
          scope="aliquots"
          form={typed.aliquots ?? filledIn({})}
          action={`${here}/aliquots`}
          submit={deriveWords.aliquot}
          choices={{ temperature }}
        />
      </details>
      <details open={typed.derivative !== undefined}>
        <Local as="summary" text={deriveWords.derive} />
        <EntityForm
          of={derivativeForm}
          scope="derivative"
          form={typed.derivative ?? filledIn(derivativeForm.open({ taken: 0, unit: row.unit }))}
          action={`${here}/derivatives`}
          submit={deriveWords.deriveNow}
          choices={{ type, temperature }}
        />
      </details>
    </Section>
  )
}
