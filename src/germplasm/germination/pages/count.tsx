import { dayIn } from '../../../core/time.ts'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { type Filled, filledWith, Form } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { germplasmPaths } from '../../words/paths.ts'
import type { Test } from '../actions.ts'
import { countForm } from '../model.ts'
import { countedIn, type Dish, nextDish } from '../rules.ts'
import { germinationWords as words } from '../words.ts'

/** Which dish is counted, and for which day. */
export type Place = { dish: Dish | undefined; day: number }

/** The dish and day that the address names; else today, and the first dish that was not counted on it. */
export function placeIn(
  test: Test,
  asked: { replicate?: string; day?: string },
  today: string,
): Place {
  const day = wholeIn(asked.day) ?? daysBetween(test.startedOn, today)
  const named = test.replicates.find(({ number }) => number === wholeIn(asked.replicate))
  return { dish: named ?? nextDish(test.replicates, day), day }
}

const wholeIn = (text: string | undefined): number | undefined =>
  /^\d{1,4}$/.test(text ?? '') ? Number(text) : undefined

function daysBetween(from: string, to: string): number {
  const [start, end] = [dayIn(from), dayIn(to)]
  return start && end ? Math.max(0, start.until(end, { largestUnit: 'days' }).days) : 0
}

type Props = { test: Test; place: Place; typed: Filled | undefined }

/** For a phone in a cold room: one dish at a time, the first figure focused, Enter saves and leads to the next. */
export function Counting({ test, place: { dish, day }, typed }: Props) {
  return (
    <Section title={dish ? words.countOf(dish.number, day) : words.countOn(day)} id="count">
      <Dishes test={test} day={day} current={dish?.number} />
      <OtherDay test={test} day={day} />
      {dish ? (
        <CountForm test={test} dish={dish} day={day} typed={typed} />
      ) : (
        <Local as="p" class="quiet" text={words.allCounted(day)} />
      )}
    </Section>
  )
}

type DishesProps = { test: Test; day: number; current: number | undefined }

const Dishes = ({ test, day, current }: DishesProps) => (
  <ol class="dishes">
    {test.replicates.map((dish) => {
      const isCounted = dish.counts.some((count) => count.day === day)
      return (
        <li>
          <a
            class={isCounted ? 'button button-quiet dish-counted' : 'button button-plain'}
            href={germplasmPaths.dish(test.id, dish.number, day)}
            aria-current={dish.number === current ? 'true' : undefined}
          >
            <b>{dish.number}</b>
            <Local as="span" text={words.countedSoFar(countedIn(dish), dish.seeds)} />
          </a>
        </li>
      )
    })}
  </ol>
)

/** Counts of another day are entered, or corrected, one dish after the other. */
const OtherDay = ({ test, day }: { test: Test; day: number }) => (
  <form class="scan" method="get" action={germplasmPaths.test(test.id)}>
    <FormField
      name="day"
      label={words.day}
      scope="other"
      type="number"
      min={0}
      max={Math.max(day, test.lastDay ?? 0)}
      step={1}
      value={day}
    />
    <Button look="plain" text={words.otherDay} />
  </form>
)

type FormProps = { test: Test; dish: Dish; day: number; typed: Filled | undefined }

function CountForm({ test, dish, day, typed }: FormProps) {
  const before = dish.counts.find((count) => count.day === day)
  const form = typed ?? filledWith(textsOf(test, before))
  const common = (name: keyof typeof countForm.labels) => ({
    form,
    name,
    label: countForm.labels[name],
    type: 'number' as const,
    min: 0,
    step: 1,
  })
  return (
    <div class="count-form">
      <Local as="p" class="quiet" text={words.countAbout} />
      <Form
        action={`${germplasmPaths.test(test.id)}/counts`}
        form={form}
        labels={countForm.labels}
        submit={before ? words.corrected : words.saveCount}
      >
        <input type="hidden" name="replicate" value={String(dish.number)} />
        <input type="hidden" name="day" value={String(day)} />
        {/* What one sees now: after a refusal that is the count of the other. */}
        <input type="hidden" name="corrects" value={String(before?.version ?? 0)} />
        <div class="count-fields">
          {test.categories.map((category, at) => (
            <FormField {...common(category)} autofocus={at === 0} />
          ))}
        </div>
      </Form>
    </div>
  )
}

const textsOf = ({ categories }: Test, before: Dish['counts'][number] | undefined) =>
  Object.fromEntries(
    categories.map((category) => [category, before ? String(before[category]) : '']),
  )

/** What was counted in each dish on each day. */
export const countRows = ({ replicates }: Test) =>
  replicates.flatMap(({ number, counts }) =>
    counts.map((count) => ({ replicate: number, ...count })),
  )
