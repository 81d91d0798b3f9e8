import { Button, ButtonLink } from '../../web/components/button.tsx'
import { Dialog } from '../../web/components/dialog.tsx'
import { Section } from '../../web/components/page-head.tsx'
import { ProblemView } from '../../web/components/problem-view.tsx'
import { Steps } from '../../web/components/steps.tsx'
import { Toast } from '../../web/components/toast.tsx'
import { useText } from '../../web/lang.tsx'
import { paths } from '../../web/paths.ts'
import { formWords as words } from '../words.ts'

/** What the house says: done, take care, are you sure, not here. */
export function MessageParts() {
  const t = useText()
  return (
    <Section title={words.messages} id="messages">
      <Toast text={words.saved} />
      <Toast text={words.stale} tone="caution" />
      <div class="guide-stack">
        <Steps steps={[words.choose, words.map, words.check, words.run]} current={2} />
        <Dialog id="withdraw" title={words.withdraw} opener={<Opener />}>
          <p>{t(words.withdrawText)}</p>
          <div class="problem-actions">
            <Button look="danger" type="button">
              {t(words.withdraw)}
            </Button>
          </div>
        </Dialog>
      </div>
      <ProblemView
        status={404}
        title={words.notFound}
        detail={words.notFoundText}
        safe={words.safe}
        requestId="9f1c2d"
      >
        <ButtonLink look="primary" href={paths.search}>
          {t(words.search)}
        </ButtonLink>
      </ProblemView>
    </Section>
  )
}

function Opener() {
  const t = useText()
  return (
    <p>
      <ButtonLink look="danger" href="#messages" opens="withdraw">
        {t(words.withdraw)}
      </ButtonLink>
    </p>
  )
}
