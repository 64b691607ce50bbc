import { Drawer, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { faces } from '@relance/nodes/faces'
import { registry } from '@relance/nodes/registry'
import { drawingRoles } from '@relance/runtime/contract/portfolio'
import type { Scenario } from '@relance/runtime/contract/scenarios'
import { ReactFlowProvider } from '@xyflow/react'
import { useCallback, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { ScenarioCanvas } from '../canvas/scenario-canvas.tsx'
import { StudioProvider, useStudio } from '../canvas/studio-context.tsx'
import { useRoute } from '../client/queries.ts'
import { useCommentCounts } from '../comments/use-comment-counts.ts'
import { CourseStrip } from '../course/course-strip.tsx'
import type { Sample } from '../course/sample.ts'
import { createStudioStore } from '../document/studio-store.ts'
import { FilesPanel } from '../live/files-panel.tsx'
import { createOverlay, OverlayProvider } from '../overlay/overlay.ts'
import styles from '../panels/panels.module.css'
import { RehearsalPanel } from '../panels/rehearsal-panel.tsx'
import { type PanelTab, StudioPanel } from '../panels/studio-panel.tsx'
import { useChecks } from '../panels/use-checks.ts'
import { VersionsPanel } from '../panels/versions-panel.tsx'
import { narrow } from '../ui/data-table.tsx'
import { ProblemNotice } from '../ui/notice.tsx'
import { useOffer } from '../ui/offered-commands.ts'
import { Announcer } from './studio/announcer.tsx'
import { ConflictNotice } from './studio/conflict-notice.tsx'
import { PublishDialog } from './studio/publish-dialog.tsx'
import { RecoveryNotice } from './studio/recovery-notice.tsx'
import studioStyles from './studio/studio.module.css'
import { StudioHeader } from './studio/studio-header.tsx'
import { useAutosave } from './studio/use-autosave.ts'
import { useLeaveGuard } from './studio/use-leave-guard.ts'
import { useLocalCopy } from './studio/use-local-copy.ts'

/** Where a scenario is drawn, checked, rehearsed and published. On a phone: read and approve. */
export function Studio() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useRoute('scenario', { id })
  if (error !== null && data === undefined) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton h="100%" radius={0} />
  // What is drawn lives in its store: a refresh of the list must not take it away under the hand.
  return <OpenStudio key={id} first={data} />
}

function OpenStudio({ first }: { first: Scenario }) {
  const [store] = useState(() =>
    createStudioStore({ document: first.document, revision: first.revision, at: first.updatedAt }),
  )
  const [overlay] = useState(createOverlay)
  const phone = useMediaQuery(narrow) ?? false
  const { data: session } = useRoute('session', {})
  // Whoever may not draw reads: what the server would refuse is not offered.
  const readOnly = phone || (session !== undefined && !drawingRoles.includes(session.user.role))
  return (
    <ReactFlowProvider>
      <StudioProvider store={store} registry={registry} faces={faces} readOnly={readOnly}>
        <OverlayProvider value={overlay}>
          <Room first={first} />
        </OverlayProvider>
      </StudioProvider>
    </ReactFlowProvider>
  )
}

function Room({ first }: { first: Scenario }) {
  const { store, readOnly, say } = useStudio()
  const navigate = useNavigate()
  const phone = useMediaQuery(narrow) ?? false
  const [kept, setKept] = useState(first)
  const [tab, setTab] = useState<PanelTab>('settings')
  const [shown, setShown] = useState(false)
  /** The draft, or the number of an older version. */
  const [publishing, setPublishing] = useState<'draft' | number | null>(null)
  const [sample, setSample] = useState<Sample | null>(null)
  const flush = useAutosave(store, { onSaved: setKept })
  useLeaveGuard(store, flush)
  const course = useChecks(sample)
  useCommentCounts(first.id)
  useLocalCopy(store, { scenario: first.id })
  // A publication changes what the server says of this scenario, not its drawing.
  const { data: latest = kept } = useRoute('scenario', { id: first.id })
  const scenario = latest.revision >= kept.revision ? latest : kept
  const show = useCallback((next: PanelTab) => {
    setTab(next)
    setShown(true)
  }, [])
  const openScenario = () => {
    store.trigger.selected({})
    show('settings')
  }
  const openSettings = useCallback(
    ({ focus }: { focus: boolean }) => {
      show('settings')
      if (focus) requestAnimationFrame(() => document.querySelector<HTMLElement>('#studio-panel input')?.focus())
    },
    [show],
  )
  useOffer(say('header.actions'), () => [
    ...(readOnly ? [] : [{ id: 'publish', label: say('header.publish'), run: () => setPublishing('draft') }]),
    { id: 'rehearse', label: say('header.rehearse'), run: () => show('rehearsal') },
    { id: 'settings', label: say('header.settings'), run: openScenario },
    { id: 'versions', label: say('panel.versions'), run: () => show('versions') },
    { id: 'dossier', label: say('header.dossier'), run: () => void navigate('dossier') },
  ])
  const openProblems = useCallback(() => show('problems'), [show])
  const panel = (
    <StudioPanel
      tab={tab}
      onTab={setTab}
      files={<FilesPanel scenario={first.id} />}
      rehearsal={<RehearsalPanel scenario={first.id} saved={flush} />}
      versions={<VersionsPanel scenario={first.id} onRestore={setPublishing} />}
    />
  )
  return (
    <div className={styles.studio}>
      <StudioHeader
        scenario={scenario}
        onSettings={openScenario}
        onRehearse={() => show('rehearsal')}
        onPublish={() => setPublishing('draft')}
      />
      <div className={styles.body}>
        <div className={styles.board}>
          <div className={styles.canvas}>
            <ScenarioCanvas onOpen={openSettings} onProblems={openProblems} />
          </div>
          <div className={studioStyles.notices}>
            <ConflictNotice id={first.id} />
            <RecoveryNotice id={first.id} />
          </div>
          {!readOnly && <CourseStrip sample={sample} course={course} onSample={setSample} />}
        </div>
        {phone ? (
          <Drawer
            opened={shown}
            onClose={() => setShown(false)}
            position="bottom"
            size="80%"
            title={say('panel.title')}
            closeButtonProps={{ 'aria-label': say('close') }}
          >
            {panel}
          </Drawer>
        ) : (
          panel
        )}
      </div>
      {publishing !== null && (
        <PublishDialog
          scenario={scenario}
          restored={publishing === 'draft' ? null : publishing}
          flush={flush}
          onClose={() => setPublishing(null)}
          onProblems={() => {
            setPublishing(null)
            openProblems()
          }}
          onPublished={() => {
            setPublishing(null)
            show('versions')
          }}
        />
      )}
      <Announcer />
    </div>
  )
}
