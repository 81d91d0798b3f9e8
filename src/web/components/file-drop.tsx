import { useText } from '../lang.tsx'
import { partWords } from '../words.ts'
import type { Wiring } from './form-parts.tsx'
import { Icon } from './icon.tsx'

type Props = { accept?: string; multiple?: boolean; wiring: Wiring }

const maxBytes = 50_000_000

/** A file input; the island lets files be dropped on it, shows them, and refuses what is too large at once. */
export function FileDrop({ accept, multiple, wiring }: Props) {
  const t = useText()
  return (
    <hexi-upload
      data-max-bytes={String(maxBytes)}
      data-too-large={t(partWords.tooLarge)}
      data-heic={t(partWords.heic)}
    >
      <div class="drop">
        <Icon name="upload" />
        <span class="drop-hint">{t(partWords.dropFile)}</span>
        <input type="file" accept={accept} multiple={multiple} {...wiring} />
        <ul class="drop-files"></ul>
        <p class="field-error" role="alert" hidden></p>
      </div>
    </hexi-upload>
  )
}
