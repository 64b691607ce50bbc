import { stepTitle } from '../../canvas/describe-step.ts'
import { momentChip } from '../../canvas/moment-chip.ts'
import type { Printed } from '../../canvas/print/printed-drawing.tsx'
import { useStudio } from '../../canvas/studio-context.tsx'
import type { Exit } from '../../document/exits.ts'
import { capital } from '../../format/capital.ts'
import { useWords } from '../../i18n/words.ts'
import { useFormat } from '../../ui/use-format.ts'
import { dossierWords } from '../../words/dossier.ts'
import styles from './dossier.module.css'

/** Every step in words, under the number that it has on the drawing. */
export function DossierSteps({ printed: { drawing, numbers } }: { printed: Printed }) {
  const say = useWords(dossierWords)
  return (
    <section>
      <h2>{say('steps')}</h2>
      <table className={styles.steps}>
        <thead>
          <tr>
            <th scope="col">{say('step')}</th>
            <th scope="col">{say('what')}</th>
            <th scope="col">{say('after')}</th>
          </tr>
        </thead>
        <tbody>
          {[...numbers.keys()].map((id) => (
            <StepRow key={id} card={drawing.cards.get(id)!} numbers={numbers} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function StepRow({
  card,
  numbers,
}: { card: NonNullable<ReturnType<Printed['drawing']['cards']['get']>> } & Pick<Printed, 'numbers'>) {
  const { sayWords, say: sayStudio } = useStudio()
  const format = useFormat()
  const { reading, exits } = card
  const { node, name, sentence, moment } = reading
  const title = stepTitle(reading, { sayWords })
  const more = [
    node.label === '' ? sayWords(name) : sentence === null ? '' : capital(sayWords(sentence)),
    moment === null ? '' : momentChip(moment, sayStudio).title,
  ].filter((words) => words !== '' && words !== title)
  return (
    <tr>
      <td>{numbers.get(node.id)}</td>
      <td>
        <strong>{format.text(title)}</strong>
        {more.map((words) => (
          <div key={words}>{words}</div>
        ))}
      </td>
      <td>
        {[exits.main, ...exits.side].map(
          (exit) => exit !== null && <Leads key={exit.port} exit={exit} numbers={numbers} />,
        )}
      </td>
    </tr>
  )
}

function Leads({ exit, numbers }: { exit: Exit } & Pick<Printed, 'numbers'>) {
  const say = useWords(dossierWords)
  const { sayWords } = useStudio()
  const outcomes = exit.outcomes.map(({ words }) => sayWords(words)).join(', ')
  const number = exit.target === null ? undefined : numbers.get(exit.target)
  return <div>{number === undefined ? say('nowhere', { outcomes }) : say('leads', { outcomes, number })}</div>
}
