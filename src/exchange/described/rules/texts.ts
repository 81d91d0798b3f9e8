import type { Kind } from '../../../catalog/records/model/record.ts'
import { rowsIn, textIn, textsIn } from '../../../core/field-values.ts'
import type { FieldValues } from '../../../core/fields.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import type { DescribedSubject, DescribedText, DescribedTitle } from '../model.ts'

type Facts = { kind: Kind; values: FieldValues }

/** The main title in Chinese where there is one, its translation, then others. */
export function titlesOf(title: LocalText, { values }: Facts): DescribedTitle[] {
  const others = rowsIn(values, 'alternativeTitles').flatMap((row) => {
    const text = textIn(row, 'title')
    return text
      ? { text, lang: textIn(row, 'lang'), type: textIn(row, 'titleType') ?? 'AlternativeTitle' }
      : []
  })
  const names = textsIn(values, ['foreignName', 'acronym']).map((text) => ({
    text,
    lang: null,
    type: 'AlternativeTitle',
  }))
  return [
    ...(title.zh ? [{ text: title.zh, lang: 'zh', type: null }] : []),
    ...(title.en
      ? [{ text: title.en, lang: 'en', type: title.zh ? 'TranslatedTitle' : null }]
      : []),
    ...others,
    ...names,
  ]
}

/** Fields that describe, in the order of being read, with what DataCite calls them. */
const describing: Readonly<Record<Kind, readonly (readonly [key: string, type: string])[]>> = {
  dataset: [
    ['dataSource', 'Methods'],
    ['processing', 'Methods'],
    ['quality', 'TechnicalInfo'],
  ],
  instrument: [
    ['function', 'Abstract'],
    ['technical', 'TechnicalInfo'],
    ['serviceContent', 'Other'],
  ],
  accession: [
    ['remarks', 'Other'],
    ['ancest', 'Other'],
  ],
  collection: [
    ['biobankDescription', 'Other'],
    ['consentScope', 'Other'],
  ],
}

export function descriptionsOf(summary: LocalText, { kind, values }: Facts): DescribedText[] {
  const own = describing[kind].flatMap(([key, type]) => {
    const text = textIn(values, key)
    return text ? { text, lang: 'zh', type } : []
  })
  const others = rowsIn(values, 'descriptions').flatMap((row) => {
    const text = textIn(row, 'description')
    return text
      ? { text, lang: textIn(row, 'lang'), type: textIn(row, 'descriptionType') ?? 'Other' }
      : []
  })
  return [
    ...(['zh', 'en'] as const).flatMap((lang) => {
      const text = summary[lang]
      return text ? { text, lang, type: 'Abstract' } : []
    }),
    ...own,
    ...others,
  ]
}

const gbScheme = 'GB/T 13745-2009'

type Subjects = Facts & {
  keywords: readonly string[]
  subjects: readonly string[]
  taxon: string | null
  labelOf: (vocabulary: string, code: string) => Text | undefined
}

const free = (text: string, lang: string | null): DescribedSubject => ({
  text,
  lang,
  scheme: null,
  schemeUri: null,
  valueUri: null,
  code: null,
})

/** Subjects of the national classification first, then other schemes, the taxon and free keywords. */
export function subjectsOf({ values, keywords, subjects, taxon, labelOf }: Subjects) {
  const classified = subjects.flatMap((code) => {
    const label = labelOf('subject', code)
    const texts = label
      ? ([
          ['zh', label.zh],
          ['en', label.en],
        ] as const)
      : ([[null, code]] as const)
    return texts.map(([lang, text]) => ({ ...free(text, lang), scheme: gbScheme, code }))
  })
  const others = rowsIn(values, 'otherSubjects').flatMap((row) => {
    const text = textIn(row, 'subject')
    if (!text) return []
    return {
      text,
      lang: textIn(row, 'lang'),
      scheme: textIn(row, 'subjectScheme'),
      schemeUri: textIn(row, 'schemeUri'),
      valueUri: textIn(row, 'valueUri'),
      code: textIn(row, 'classificationCode'),
    }
  })
  const words = [
    ...keywords,
    ...textsIn(values, ['cropname', 'organisms', 'measuredVariables']),
  ].filter((word) => word !== taxon)
  return [
    ...classified,
    ...others,
    ...(taxon ? [{ ...free(taxon, 'la'), scheme: 'Scientific name' }] : []),
    ...[...new Set(words)].map((word) => free(word, /\p{Script=Han}/u.test(word) ? 'zh' : null)),
  ]
}
