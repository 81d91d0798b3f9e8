import { useText } from '../lang.tsx'
import { partWords as words } from '../words.ts'
import { ButtonLink } from './button.tsx'

const fileNames = { json: 'JSON', csv: 'CSV', xlsx: 'Excel' } as const

type FileLinksProps<Format> = { formats: readonly Format[]; hrefOf: (format: Format) => string }

/** A list or report as files; browsers show JSON themselves. */
export function FileLinks<Format extends keyof typeof fileNames>({
  formats,
  hrefOf,
}: FileLinksProps<Format>) {
  const t = useText()
  return (
    <>
      {formats.map((format) => (
        <ButtonLink
          href={hrefOf(format)}
          icon="download"
          label={t(words[format])}
          download={format !== 'json'}
          dense
        >
          {fileNames[format]}
        </ButtonLink>
      ))}
    </>
  )
}
