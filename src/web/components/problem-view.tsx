import type { Child } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { partWords } from '../words.ts'

type Props = {
  status: number
  title: LocalText
  /** What happened and what to do. */
  detail: LocalText
  /** What is safe: “您填写的内容没有丢失。” */
  safe?: LocalText
  requestId?: string
  children?: Child
}

/** A refusal or a failure as a page: what happened, what is safe, what to do. */
export function ProblemView({ status, title, detail, safe, requestId, children }: Props) {
  const t = useText()
  return (
    <div class="problem">
      <p class="problem-status numeric">{status}</p>
      <h1>
        <Local text={title} />
      </h1>
      <p>
        <Local text={detail} />
      </p>
      {safe && (
        <p class="quiet">
          <Local text={safe} />
        </p>
      )}
      {children && <div class="problem-actions">{children}</div>}
      {requestId && (
        <p class="small quiet">
          {t(partWords.requestId)} <code>{requestId}</code>
        </p>
      )}
    </div>
  )
}
