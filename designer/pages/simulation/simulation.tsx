import { ActionIcon, Alert, Button, Group, NumberInput, Progress, Stack, Text, Tooltip } from '@mantine/core'
import type { LedgerSimulationView } from '@relance/runtime/contract/simulations'
import { addDays } from '@relance/runtime/domain/ageing/days-between'
import { IconArrowLeft, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useChange, useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { DateField } from '../../ui/fields.tsx'
import { explain } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { commonWords } from '../../words/common.ts'
import { simulationWords } from '../../words/simulation.ts'
import { Outcomes } from './outcomes.tsx'

/** Where the studio shows what the assumptions are before anybody changes them. */
const usual = { email: 12, call: 30, cost: 6.5 }
/** Half a year. */
const usualDays = 182
/** Between two readings of a simulation under way (ms). */
const rhythm = 700

/** The whole portfolio through a draft, beside what is published: contacts, work, cost, cash. */
export function Simulation() {
  const { id = '' } = useParams()
  const say = useWords(simulationWords)
  const sayCommon = useWords(commonWords)
  const start = useChange('simulate', { changes: [] })
  const stop = useChange('cancelSimulation', { changes: ['simulations'] })
  const begun = start.data && 'outcomes' in start.data ? start.data : undefined
  const [ended, setEnded] = useState<string | null>(null)
  const { data = begun } = useRoute(
    'simulation',
    { id: begun?.id ?? '' },
    { enabled: begun !== undefined, every: ended === begun?.id ? false : rhythm },
  )
  if (data !== undefined && data.status !== 'running' && ended !== data.id) setEnded(data.id)
  const isRunning = start.isPending || data?.status === 'running'
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      before={
        <Tooltip label={say('back')}>
          <ActionIcon component={Link} to={`/scenarios/${encodeURIComponent(id)}`} aria-label={say('back')} size={32}>
            <IconArrowLeft size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      }
    >
      <Wishes
        isRunning={isRunning}
        canStop={data?.status === 'running'}
        onStart={(ledger) => start.mutate({ id, body: { ledger } } as never)}
        onStop={() => data !== undefined && stop.mutate({ id: data.id })}
      />
      {start.error !== null && <Alert color="late">{explain(start.error, sayCommon).cure}</Alert>}
      {data !== undefined && <Standing simulation={data} />}
      {data?.status === 'done' && <Outcomes outcomes={data.outcomes} />}
      <Text size="sm" c="dimmed" maw={720}>
        {say('assumed')}
      </Text>
    </Page>
  )
}

interface WishesProps {
  readonly isRunning: boolean
  /** Between the click and the server's first word there is nothing to stop yet. */
  readonly canStop: boolean
  readonly onStart: (ledger: unknown) => void
  readonly onStop: () => void
}

/** How far to look, and what is taken for granted. */
function Wishes({ isRunning, canStop, onStart, onStop }: WishesProps) {
  const say = useWords(simulationWords)
  const format = useFormat()
  const [until, setUntil] = useState<string | null>(() => addDays(format.today(), usualDays))
  const [email, setEmail] = useState(usual.email)
  const [call, setCall] = useState(usual.call)
  const [cost, setCost] = useState(usual.cost)
  const begin = () => {
    const assumptions = { response: { email: email / 100, call: call / 100 }, cost: { call: Math.round(cost * 100) } }
    onStart({ assumptions, ...(until !== null && { until }) })
  }
  return (
    <Group align="flex-end" gap="md">
      <DateField label={say('until')} value={until} onChange={setUntil} min={format.today()} />
      <Share label={say('response.email')} value={email} onChange={setEmail} />
      <Share label={say('response.call')} value={call} onChange={setCall} />
      <Share label={say('cost.call')} value={cost} onChange={setCost} most={10_000} cents />
      {isRunning ? (
        <Button variant="default" leftSection={<IconPlayerStop size={16} />} disabled={!canStop} onClick={onStop}>
          {say('cancel')}
        </Button>
      ) : (
        <Button leftSection={<IconPlayerPlay size={16} />} onClick={begin}>
          {say('start')}
        </Button>
      )}
    </Group>
  )
}

interface ShareProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly most?: number
  readonly cents?: boolean
}

function Share({ label, value, onChange, most = 100, cents = false }: ShareProps) {
  const { locale } = useFormat()
  return (
    <NumberInput
      w={200}
      label={label}
      value={value}
      min={0}
      max={most}
      decimalScale={2}
      fixedDecimalScale={cents}
      decimalSeparator={locale === 'fr' ? ',' : '.'}
      onChange={(next) => typeof next === 'number' && onChange(next)}
    />
  )
}

/** How far it is and how long it still takes, or why there is nothing to see. */
function Standing({ simulation: { status, done, total, startedAt } }: { simulation: LedgerSimulationView }) {
  const say = useWords(simulationWords)
  const format = useFormat()
  if (status === 'done') return null
  if (status !== 'running') return <Alert color={status === 'failed' ? 'late' : 'gray'}>{say(status)}</Alert>
  const told =
    total === 0 ? say('reading') : say('progress', { done: format.number(done), total: format.number(total) })
  const left = secondsLeft({ done, total, spent: Date.now() - Date.parse(startedAt) })
  return (
    <Stack gap="xs" role="status">
      <Text size="sm">
        {told}
        {left !== null && `, ${say('left', { count: left })}`}
      </Text>
      <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={told} />
    </Stack>
  )
}

/** Whole seconds at the pace so far; null while there is no pace, or nearly nothing left. `spent` in ms. */
function secondsLeft({ done, total, spent }: { done: number; total: number; spent: number }): number | null {
  if (done === 0) return null
  const left = Math.round((spent * (total - done)) / done / 1_000)
  return left < 2 ? null : left
}
