import type { Child } from 'hono/jsx'
import type { LocalText } from '../../../core/text.ts'
import { Button } from '../../../web/components/button.tsx'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { depositPaths } from '../../words/paths.ts'
import type { Package } from '../actions/package.ts'
import type { Command } from '../rules.ts'
import { commandNames, packageWords as words } from '../words.ts'

/** The commands of the viewer, the next step first. */
export const Steps = ({ row }: { row: Package }) => (
  <div class="order-steps">
    {row.commands.map((command) => (
      <Step row={row} command={command} />
    ))}
  </div>
)

const main: readonly Command[] = ['beginning', 'submission', 'approval']

function Step({ row, command }: { row: Package; command: Command }) {
  const action = `${depositPaths.one(row.id)}/${command}`
  const version: Child = <input type="hidden" name="version" value={String(row.version)} />
  if (main.includes(command))
    return (
      <form method="post" action={action}>
        {version}
        <Button
          look={command === 'submission' && row.missing.length > 0 ? 'plain' : 'primary'}
          text={commandNames[command]}
        />
      </form>
    )
  if (command === 'return')
    return (
      <SmallForm action={action} text={commandNames.return} about={words.remarkNeeded}>
        {version}
        <SmallField id="return-text" name="text" label={words.remark} type="textarea" />
      </SmallForm>
    )
  if (command === 'ending') return <Ending of={row.title} action={action} version={version} />
  return (
    <SmallForm
      action={action}
      text={commandNames[command]}
      {...(command === 'acceptance' && { about: words.acceptanceAbout, look: 'primary' })}
    >
      {version}
    </SmallForm>
  )
}

type EndingProps = { of: LocalText; action: string; version: Child }

const Ending = ({ of, action, version }: EndingProps) => (
  <SmallForm
    action={action}
    text={commandNames.ending}
    of={[of]}
    look="danger"
    about={words.endingAbout}
  >
    {version}
    <SmallField id="ending-reason" name="reason" label={words.reason} required />
  </SmallForm>
)
