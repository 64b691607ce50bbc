import '../theme/all-components.ts'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useRoute } from '../client/queries.ts'
import { useWords } from '../i18n/words.ts'
import { RestrainForm } from '../ui/restrain-form.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { useSegmentChoices } from '../ui/states.tsx'
import { restraintsWords } from '../words/restraints.ts'

/** Stops everything, an entity or a segment. */
export function StopSendingPanel({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useWords(restraintsWords)
  const [what, setWhat] = useState('everything:')
  const choices = useScopes()
  const [scope, target] = what.split(':') as ['everything' | 'entity' | 'segment', string]
  return (
    <SidePanel opened={opened} onClose={onClose} title={say('stop.title')}>
      <RestrainForm
        subject={{ kind: 'hold', scope, target }}
        help={say('stop.help')}
        submit={say('stop.submit')}
        danger
        onDone={onClose}
      >
        <Select
          label={say('stop.scope')}
          data={choices}
          value={what}
          onChange={(value) => setWhat(value ?? 'everything:')}
          allowDeselect={false}
        />
      </RestrainForm>
    </SidePanel>
  )
}

function useScopes(): { value: string; label: string }[] {
  const say = useWords(restraintsWords)
  const { data } = useRoute('entities', {})
  const segments = useSegmentChoices()
  return [
    { value: 'everything:', label: say('scope.everything') },
    ...(data?.items ?? []).map(({ code, name }) => ({
      value: `entity:${code}`,
      label: say('scope.entity', { label: name }),
    })),
    ...segments.map(({ value, label }) => ({ value: `segment:${value}`, label: say('scope.segment', { label }) })),
  ]
}
