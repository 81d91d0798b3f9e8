import type { Text } from '../../../core/text.ts'
import type { Turn } from '../model/events.ts'
import { type NextStep } from '../rules/next.ts'
import { turnNames } from './names.ts'

/** What is to be done, to go on from “your turn:” or “waiting for the provider to”. */
export const stepNames: Record<NextStep, Text> = {
  finish: { zh: '补充完整并提交', en: 'complete and submit' },
  change: { zh: '修改后重新提交', en: 'change and resubmit' },
  accept: { zh: '接受协议条款', en: 'accept the agreement' },
  receive: { zh: '收到后确认', en: 'confirm receipt' },
  consent: { zh: '答复是否同意', en: 'consent or decline' },
  review: { zh: '提交评审意见', en: 'submit a review' },
  decide: { zh: '审批', en: 'approve or decline' },
  provide: { zh: '发货或交接', en: 'ship or hand over' },
  renew: { zh: '答复延期', en: 'decide on the extension' },
}

/** The same as a heading or the text of a button. */
export const stepTitle = (step: NextStep): Text => {
  const { zh, en } = stepNames[step]
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) }
}

type Waiting = { step: NextStep; turn: Turn; isYours: boolean; since: Text; until: Text | null }

/** Who is waited for, to do what, since when and until when. */
export function waitingWords({ step, turn, isYours, since, until }: Waiting): Text {
  const { zh, en } = stepNames[step]
  const by = until && { zh: `，请在 ${until.zh}前完成`, en: `, by the end of ${until.en}` }
  if (isYours)
    return {
      zh: `等待您处理（自 ${since.zh}起）：${zh}${by?.zh ?? ''}。`,
      en: `Waiting for you since ${since.en}: ${en}${by?.en ?? ''}.`,
    }
  return {
    zh: `等待${turnNames[turn].zh}${zh}，自 ${since.zh}起${until ? `，应在 ${until.zh}前完成` : ''}。`,
    en: `Waiting since ${since.en} for ${turnNames[turn].en} to ${en}${by?.en ?? ''}.`,
  }
}
