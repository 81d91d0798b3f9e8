import type { Context as HonoContext } from 'hono'
import { signed } from '../../../core/numbers.ts'
import { getClimate } from '../../../stock/climate/actions.ts'
import { climateWords } from '../../../stock/climate/words.ts'
import { stockPaths } from '../../../stock/words/paths.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import type { Env } from '../../../web/env.ts'
import { Local } from '../../../web/lang.tsx'
import { boxPageWords as words } from '../words/page.ts'

/** What a box is kept at and the latest reading, with a link to the loggers and alarms of the store around it. */
export async function ClimateLine({ c, id }: { c: HonoContext<Env>; id: string }) {
  const { ctx } = c.var
  const here = await getClimate(ctx, { id })
  const { of, latest } = here.of && here.of.id !== id ? await getClimate(ctx, here.of) : here
  return (
    <p class="box-climate">
      <a href={stockPaths.climate(of?.id ?? id)}>
        <Local text={climateWords.climate} />
      </a>
      <Local
        as="span"
        class="quiet"
        text={of ? words.climate(said(here.celsiusFrom), said(here.celsiusTo)) : words.noClimate}
      />
      {latest?.celsius != null && (
        <StateBadge
          tone={latest.isOutside ? 'danger' : 'good'}
          text={words.latest(said(latest.celsius))}
        />
      )}
    </p>
  )
}

const said = (celsius: number | null) => (celsius === null ? '—' : signed(celsius))
