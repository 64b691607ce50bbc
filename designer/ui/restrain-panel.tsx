import { useWords } from '../i18n/words.ts'
import { restraintsWords } from '../words/restraints.ts'
import { RestrainForm } from './restrain-form.tsx'
import { SidePanel } from './side-panel.tsx'

/** What a person may decide about one customer, contact or invoice. */
export type Restraining = (
  | { readonly what: 'hold.debtor' | 'exclusion.debtor' | 'exclusion.invoice' }
  | { readonly what: 'exclusion.contact'; readonly role: 'accounts-payable' | 'buyer' | 'escalation' }
) & { readonly target: string; readonly label: string }

/** The panel that holds or excludes; closed while nothing is asked. */
export function RestrainPanel({ asked, onClose }: { asked: Restraining | null; onClose: () => void }) {
  const say = useWords(restraintsWords)
  return (
    <SidePanel
      opened={asked !== null}
      onClose={onClose}
      title={asked === null ? '' : say(`${asked.what}-title`, { label: asked.label })}
    >
      {asked !== null && (
        <RestrainForm
          subject={subjectOf(asked)}
          help={say(asked.what === 'hold.debtor' ? 'hold.help' : 'exclusion.help')}
          submit={say(`${asked.what}-action`)}
          onDone={onClose}
        />
      )}
    </SidePanel>
  )
}

function subjectOf(asked: Restraining) {
  const { target } = asked
  switch (asked.what) {
    case 'hold.debtor':
      return { kind: 'hold', scope: 'debtor', target } as const
    case 'exclusion.debtor':
      return { kind: 'exclusion', scope: 'debtor', target } as const
    case 'exclusion.invoice':
      return { kind: 'exclusion', scope: 'invoice', target } as const
    case 'exclusion.contact':
      return { kind: 'exclusion', scope: 'contact', target, role: asked.role } as const
  }
}
