import { Problem } from '../../../core/problem.ts'
import type { SentForm } from '../../../web/multipart.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import type { SentPicture } from '../actions/add.ts'
import { NewPicture } from '../model.ts'
import { pictureWords } from '../words.ts'

/** An upload: the file, and what is said of it, as `captionZh` or as a page's form names it, `caption.zh`. */
export function uploadIn({ texts, files }: SentForm): { file: SentPicture; about: NewPicture } {
  const first = (name: string) => texts[name]?.[0]
  const about = parseOrRefuse(NewPicture, {
    caption: {
      zh: first('captionZh') ?? first('caption.zh'),
      en: first('captionEn') ?? first('caption.en'),
    },
    credit: first('credit'),
    licence: first('licence'),
    main: ['true', '1', 'on'].includes(first('main') ?? ''),
  })
  if (files['file']) return { file: files['file'], about }
  throw new Problem('invalid', pictureWords.noFile, {
    issues: [{ path: 'file', message: pictureWords.noFile }],
  })
}
