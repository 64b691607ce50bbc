import { Button, Group, Select, Stack, Text } from '@mantine/core'
import type { Impact, ImpactStep } from '@relance/runtime/contract/versions'
import { useSayWords, useWords } from '../../i18n/words.ts'
import styles from '../../panels/versions.module.css'
import { Tag } from '../../ui/tag.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { versionsWords } from '../../words/versions.ts'
import { type Choices, choiceOf, countFiles, followUnchanged, keyOf, suggested } from './move-choices.ts'

interface Props {
  readonly impact: Pick<Impact, 'files' | 'steps' | 'targets'>
  /** What a file that stays keeps. */
  readonly keeps?: 'version' | 'scenario'
  readonly choices: Choices
  readonly onChoose: (choices: Choices) => void
}

/** Where running files stand and, step by step, where they go. */
export function FileMoves({ impact, keeps = 'version', choices, onChoose }: Props) {
  const say = useWords(versionsWords)
  const { steps, files } = impact
  if (steps.length === 0) return <Text size="sm">{say('files.none')}</Text>
  return (
    <Stack gap="sm">
      <Text fw={600}>{say('files.title', { count: files })}</Text>
      <Text size="sm" c="dimmed">
        {say(`files.help-${keeps}`)}
      </Text>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => onChoose({})}>
          {say('files.all-stay')}
        </Button>
        {keeps === 'version' && (
          <Button size="compact-sm" variant="default" onClick={() => onChoose(followUnchanged(steps))}>
            {say('files.unchanged')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => onChoose(suggested(steps))}>
          {say('files.suggested')}
        </Button>
      </Group>
      <ul className={styles.moves}>
        {steps.map((step) => (
          <StepMoves key={keyOf(step)} {...{ step, impact, keeps, choices, onChoose }} />
        ))}
      </ul>
      <Text size="sm" role="status" fw={500}>
        {say(`files.sum-${keeps}`, countFiles(choices, impact))}
      </Text>
    </Stack>
  )
}

/** What was asked for is finished first where the step does not go on. */
const waitings = {
  stay: 'files.waiting',
  follow: 'files.waiting-follow',
  move: 'files.waiting-leave',
  park: 'files.waiting-leave',
} as const

const fates = { same: 'gray', changed: 'confirm', removed: 'late' } as const

function StepMoves({ step, impact, keeps = 'version', choices, onChoose }: Props & { step: ImpactStep }) {
  const say = useWords(versionsWords)
  const sayWords = useSayWords()
  const format = useFormat()
  const { version, fate, files, waiting, parked, paid } = step
  const title = format.text(sayWords(step.label))
  const choice = choiceOf(choices, step)
  const targets = impact.targets.filter(({ node, ...courses }) => node !== step.node && courses[paid ? 'paid' : 'open'])
  const known = fate !== 'removed'
  const move = ({ label }: Impact['targets'][number]) => say('choice.move', { step: format.text(sayWords(label)) })
  // In another scenario the step of the same name may say something else: it is named.
  const same = keeps === 'scenario' ? impact.targets.find(({ node }) => node === step.node) : undefined
  const data = [
    { value: 'stay', label: say(`choice.stay-${keeps}`, { version }) },
    ...(known ? [{ value: 'follow', label: same ? move(same) : say('choice.follow') }] : []),
    ...targets.map((target) => ({ value: `move:${target.node}`, label: move(target) })),
    { value: 'park', label: say('choice.park') },
  ]
  const choose = (value: string) => {
    const [action, to] = value.split(':') as [Choices[string]['action'], string | undefined]
    onChoose({ ...choices, [keyOf(step)]: to === undefined ? { action } : { action, to } })
  }
  return (
    <li className={styles.row}>
      <Stack gap={4}>
        <Text size="sm" fw={500}>
          {title}
        </Text>
        <Group gap="xs">
          {keeps === 'version' && <Tag meaning={fates[fate]}>{say(`fate.${fate}`)}</Tag>}
          <Text size="sm" className="figure">
            {say('files.count', { count: files })}
          </Text>
          <Text size="sm" c="dimmed">
            {say('files.version', { version })}
          </Text>
        </Group>
        {waiting > 0 && <Text size="sm">{say(waitings[choice.action], { count: waiting })}</Text>}
        {parked > 0 && <Text size="sm">{say('files.parked', { count: parked })}</Text>}
      </Stack>
      <Stack gap={4}>
        <Select
          aria-label={say('choice.label', { step: title, version })}
          allowDeselect={false}
          searchable={data.length > 8}
          data={data}
          value={choice.to === undefined ? choice.action : `${choice.action}:${choice.to}`}
          onChange={(value) => value !== null && choose(value)}
        />
        {(choice.action === 'follow' || choice.action === 'move') && <MovedDates step={step} />}
      </Stack>
    </li>
  )
}

/** When these files would go on, old against new. */
function MovedDates({ step: { dates } }: { step: ImpactStep }) {
  const say = useWords(versionsWords)
  const format = useFormat()
  if (dates === null || dates.looked === 0) return null
  if (dates.changed === 0) {
    return (
      <Text size="xs" c="dimmed">
        {say('dates.same')}
      </Text>
    )
  }
  const [example] = dates.examples
  return (
    <Text size="xs" c="dimmed">
      {say('dates.changed', { count: dates.changed, looked: dates.looked })}{' '}
      {dates.past > 0 && say('dates.past', { count: dates.past })}{' '}
      {example?.before != null &&
        example.after !== null &&
        say('dates.example', {
          debtor: example.debtor,
          number: example.number,
          before: format.shortDate(example.before.slice(0, 10)),
          after: format.shortDate(example.after.slice(0, 10)),
        })}
    </Text>
  )
}
