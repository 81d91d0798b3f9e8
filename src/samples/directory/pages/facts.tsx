import type { Child } from 'hono/jsx'
import { inLang, type LocalText, type Text } from '../../../core/text.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Toast } from '../../../web/components/messages.tsx'
import { Section, type WayProps } from '../../../web/components/navigation.tsx'
import { type FieldItem, FieldList } from '../../../web/components/values.tsx'
import type { Columns } from '../../../web/columns.tsx'
import { Local, useLang } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import { accessNames, visibilityNames } from '../../../catalog/records/words.ts'
import type { Access, Visibility } from '../../../catalog/records/model/record.ts'
import { sourceNames, temperatureNames, typeNames } from '../../words/codes.ts'
import { contactFields } from '../model.ts'
import { coded, codedBriefly } from '../rules.ts'
import { directoryWords as words } from '../words.ts'

/** A line of a list of facts; nothing where nothing is known. */
export const fact = (label: Text, value: Child | Text | null): FieldItem[] =>
  value === null ? [] : [{ label, value: isText(value) ? <Local text={value} /> : value }]

const isText = (value: Child | Text): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value

export const webLink = (url: string | null) => url && <a href={url}>{url}</a>

export type Contact = Record<keyof typeof contactFields, string | null>

export const contactFacts = ({ contactName, contactEmail, ...of }: Contact) => [
  ...fact(contactFields.contactName.label, contactName),
  ...fact(
    contactFields.contactEmail.label,
    contactEmail && <a href={`mailto:${contactEmail}`}>{contactEmail}</a>,
  ),
  ...fact(contactFields.contactPhone.label, of.contactPhone),
  ...fact(contactFields.contactAddress.label, of.contactAddress),
]

export function ContactSection({ of }: { of: Contact }) {
  const fields = contactFacts(of)
  if (fields.length === 0) return <></>
  return (
    <Section title={words.contact}>
      <FieldList fields={fields} />
    </Section>
  )
}

/** A description as it was written, and whether the thing is closed. */
export function Description({ of }: { of: { description: LocalText; closedAt: unknown } }) {
  const text = inLang(of.description, useLang())
  return (
    <>
      {of.closedAt !== null && <Toast tone="note" text={words.closedNote} />}
      {text && (
        <div class="prose">
          {text.split(/\n{2,}/).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </div>
      )}
    </>
  )
}

export type Hosted = {
  id: string
  title: LocalText
  sampleSource: string | null
  sampleTypes: readonly string[]
  storageTemperatures: readonly string[]
  sampleTotal: number | null
  access: Access
  visibility: Visibility
}

/** Columns of a list of collections; each leads to its page, and to the way to ask for its samples. */
export const hostedColumns: Columns<Hosted> = {
  title: {
    label: words.collection,
    text: ({ title }) => title,
    href: ({ id }) => paths.record(id),
  },
  source: {
    label: words.source,
    text: ({ sampleSource }) => coded(sourceNames, [sampleSource]),
  },
  types: { label: words.types, text: ({ sampleTypes }) => codedBriefly(typeNames, sampleTypes) },
  temperatures: {
    label: words.temperatures,
    text: ({ storageTemperatures }) => codedBriefly(temperatureNames, storageTemperatures),
  },
  samples: { label: words.samples, number: ({ sampleTotal }) => sampleTotal },
  access: {
    label: words.access,
    text: ({ access, visibility }) =>
      visibility === 'published' ? accessNames[access] : visibilityNames[visibility],
  },
  ask: {
    label: words.ask,
    cell: ({ id, title, access, visibility }) =>
      visibility === 'published' && access !== 'closed' && <AskLink id={id} title={title} />,
  },
}

/** How one gets to the samples of what has collections. */
export const collectionsWay = (count: number): WayProps | undefined =>
  count === 0 ? undefined : { text: words.chooseText, button: words.choose, href: '#collections' }

function AskLink({ id, title }: Pick<Hosted, 'id' | 'title'>) {
  const lang = useLang()
  const label = words.askOf(inLang(title, lang))[lang]
  return <ButtonLink href={`${paths.record(id)}#way`} dense text={words.ask} label={label} />
}

/** Several texts, one a line, as they were typed. */
export const linesOf = (text: string | null) =>
  text &&
  text.split('\n').map((each) => (
    <>
      {each}
      <br />
    </>
  ))
