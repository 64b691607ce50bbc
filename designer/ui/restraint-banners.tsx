import { Button } from '@mantine/core'
import type { Restraint } from '@relance/runtime/contract/restraints'
import { isImplied } from '@relance/runtime/domain/desk/restraint'
import { IconBan, IconPlayerPause } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useChange } from '../client/queries.ts'
import { useWords } from '../i18n/words.ts'
import { restraintsWords } from '../words/restraints.ts'
import { Banner } from './banner.tsx'
import { tellProblem, told } from './delayed.tsx'
import { useSayRestraint } from './say-restraint.ts'
import { useFormat } from './use-format.ts'

/** Each hold and exclusion with its reason, author and end, and the button that lifts it. */
export function RestraintBanners({ restraints }: { restraints: readonly Restraint[] }) {
  return restraints.map((restraint) => <One key={restraint.id} restraint={restraint} />)
}

const button = { variant: 'default', size: 'xs', className: 'no-print', style: { flexShrink: 0 } } as const

function One({ restraint }: { restraint: Restraint }) {
  const say = useWords(restraintsWords)
  const sayRestraint = useSayRestraint()
  const format = useFormat()
  const lift = useChange('liftRestraint', { changes: ['restraints', 'invoices', 'messages', 'tasks'] })
  const { id, kind, scope, reason, until, by, at } = restraint
  const isHold = kind === 'hold'
  const help = isImplied(scope) ? (`hold.${scope}-help` as const) : isHold ? 'hold.help' : 'exclusion.help'
  return (
    <Banner
      meaning={isHold ? 'late' : 'gray'}
      icon={isHold ? IconPlayerPause : IconBan}
      title={sayRestraint(restraint)}
      action={
        isImplied(scope) ? (
          scope === 'ledger' && (
            <Button component={Link} to="/import" {...button}>
              {say('hold.ledger-cure')}
            </Button>
          )
        ) : (
          <Button
            {...button}
            loading={lift.isPending}
            onClick={() => lift.mutate({ id }, { onSuccess: () => told(say('lift.done')), onError: tellProblem })}
          >
            {say(isHold ? 'resume' : 'lift')}
          </Button>
        )
      }
    >
      <div>{reason === '' ? say(help) : reason}</div>
      {until !== null && <div>{say('until-day', { date: format.date(until) })}</div>}
      {say('by', { who: format.author(by), when: format.instant(at) })}
    </Banner>
  )
}
