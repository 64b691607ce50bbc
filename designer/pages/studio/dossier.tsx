import { Skeleton } from '@mantine/core'
import { faces } from '@relance/nodes/faces'
import { registry } from '@relance/nodes/registry'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import { useState } from 'react'
import { useParams } from 'react-router'
import { StudioProvider } from '../../canvas/studio-context.tsx'
import { useRoute } from '../../client/queries.ts'
import { createStudioStore } from '../../document/studio-store.ts'
import { useWords } from '../../i18n/words.ts'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { dossierWords } from '../../words/dossier.ts'
import { DossierSheet } from './dossier-sheet.tsx'

/** What the committee that approves a scenario is given: the draft, drawn and in words. */
export function DraftDossier() {
  const { id = '' } = useParams()
  const say = useWords(dossierWords)
  const format = useFormat()
  const { data, error, refetch } = useRoute('scenario', { id })
  if (error !== null && data === undefined) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton h={400} />
  const draft = say('draft', { who: format.author(data.updatedBy), at: format.instant(data.updatedAt) })
  const current = data.published !== null && !data.dirty
  const state = current
    ? say('version', {
        version: data.published!.version,
        who: format.author(data.published!.by),
        at: format.instant(data.published!.at),
      })
    : `${draft}. ${say('unpublished')}`
  return <Shown key={data.revision} document={data.document} state={state} back={`/scenarios/${id}`} />
}

/** The same of a version that was published. */
export function VersionDossier() {
  const { id = '', hash = '' } = useParams()
  const say = useWords(dossierWords)
  const format = useFormat()
  const { data, error, refetch } = useRoute('version', { id: hash })
  if (error !== null && data === undefined) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton h={400} />
  const { version, by, at, document } = data
  const state = say('version', { version, who: format.author(by), at: format.instant(at) })
  return <Shown document={document} state={state} back={`/scenarios/${id}/versions/${hash}`} />
}

function Shown({ document, state, back }: { document: ScenarioDocument; state: string; back: string }) {
  const [store] = useState(() => createStudioStore({ document, revision: 0, at: null }))
  return (
    <StudioProvider store={store} registry={registry} faces={faces} readOnly>
      <DossierSheet document={document} state={state} back={back} />
    </StudioProvider>
  )
}
