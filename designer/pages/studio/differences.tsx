import { Text } from '@mantine/core'
import { diffScenarios } from '@relance/runtime/machine/diff/diff-scenarios'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import { useStudio } from '../../canvas/studio-context.tsx'
import { ChangeList } from '../../panels/change-list.tsx'

/** What two drawings of one scenario say otherwise; places on the board are no difference. */
export function Differences({ before, after }: { before: ScenarioDocument; after: ScenarioDocument }) {
  const { registry, say } = useStudio()
  const { changes } = diffScenarios({ before, after, registry })
  return changes.length === 0 ? <Text size="sm">{say('notice.same')}</Text> : <ChangeList changes={changes} />
}
