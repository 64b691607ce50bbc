import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import { segmentWords } from '@relance/sdk/facts'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import { IconArrowLeft, IconPhoto, IconPrinter, IconVectorTriangle } from '@tabler/icons-react'
import { type RefObject, useMemo, useRef } from 'react'
import { Link } from 'react-router'
import { noteSize } from '../../canvas/geometry/card-size.ts'
import { drawScenario, routeDrawing } from '../../canvas/geometry/draw-scenario.ts'
import { type Box, boxAround } from '../../canvas/geometry/point.ts'
import { courseOrder } from '../../canvas/print/course-order.ts'
import { pageBands } from '../../canvas/print/page-bands.ts'
import { type Printed, PrintedDrawing } from '../../canvas/print/printed-drawing.tsx'
import { useStudio } from '../../canvas/studio-context.tsx'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { dossierWords } from '../../words/dossier.ts'
import styles from './dossier.module.css'
import { DossierSteps } from './dossier-steps.tsx'

interface Props {
  readonly document: ScenarioDocument
  /** What is printed: a draft or a version, by whom and when. */
  readonly state: string
  readonly back: string
}

/** Width and height of the printed page in pixels of the drawing, and the least scale at which a card is still read. */
const sheet = { width: 700, height: 940, least: 0.62 } as const
const margin = 24

/** A scenario on paper: its rules, its drawing cut between steps, every step in words, and a place to sign. */
export function DossierSheet({ document, state, back }: Props) {
  const say = useWords(dossierWords)
  const format = useFormat()
  const printed = usePrinted(document)
  const { around, bands } = useMemo(() => pagesOf(printed), [printed])
  const whole = useRef<HTMLDivElement>(null)
  return (
    <div className={styles.desk}>
      <DossierTools back={back} name={document.id} whole={whole} />
      <div className={styles.paper}>
        <h1>{format.text(document.name)}</h1>
        <p className={styles.state}>{state}</p>
        {document.description !== '' && <p>{format.text(document.description)}</p>}
        <Rules document={document} />
        {bands.map((band, at) => {
          const heading = bands.length === 1 ? say('drawing') : say('part', { number: at + 1, count: bands.length })
          return (
            <section key={band.y} className={styles.band}>
              <h2>{heading}</h2>
              <PrintedDrawing printed={printed} view={{ ...around, ...band }} label={heading} />
            </section>
          )
        })}
        <DossierSteps printed={printed} />
        <Approval />
      </div>
      <div ref={whole} className={styles.whole} aria-hidden>
        <PrintedDrawing printed={printed} view={around} label={document.name} />
      </div>
    </div>
  )
}

function usePrinted(document: ScenarioDocument): Printed {
  const { read } = useStudio()
  return useMemo(() => {
    const drawing = drawScenario(document, { read })
    const order = courseOrder(drawing.cards, document.entries)
    return {
      drawing,
      routes: routeDrawing(drawing),
      notes: document.notes,
      numbers: new Map(order.map((id, at) => [id, at + 1])),
    }
  }, [document, read])
}

function pagesOf({ drawing, routes, notes }: Printed) {
  const cards = [...drawing.cards.values()].map(({ box }) => box)
  const notesAt = notes.map(({ position, text }): Box => ({ ...position, ...noteSize(text) }))
  const ways = [...routes.values()].flat().map(({ x, y }): Box => ({ x, y, width: 0, height: 0 }))
  const { x, y, width, height } = boxAround([...cards, ...notesAt, ...ways, ...drawing.starts.map(({ box }) => box)])!
  const around = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin }
  const scale = Math.min(1, Math.max(sheet.least, sheet.width / around.width))
  const band = (sheet.height / scale) * Math.max(1, around.width / (sheet.width / scale))
  return { around, bands: pageBands([...cards, ...notesAt], { around, height: band }) }
}

function DossierTools({ back, name, whole }: { back: string; name: string; whole: RefObject<HTMLDivElement | null> }) {
  const say = useWords(dossierWords)
  const save = async (kind: 'svg' | 'png') => {
    try {
      const { pngFile, saveAs, svgFile } = await import('../../canvas/print/save-drawing.ts')
      const svg = whole.current!.querySelector('svg')!
      saveAs(await (kind === 'svg' ? svgFile(svg) : pngFile(svg)), `${name}.${kind}`)
    } catch {
      told(say('failed'))
    }
  }
  return (
    <Group className={styles.tools} gap="sm">
      <Tooltip label={say('back')}>
        <ActionIcon component={Link} to={back} aria-label={say('back')} size={32}>
          <IconArrowLeft size={18} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <Group gap="sm" ms="auto">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconVectorTriangle size={16} />}
          onClick={() => void save('svg')}
        >
          {say('svg')}
        </Button>
        <Button size="xs" variant="default" leftSection={<IconPhoto size={16} />} onClick={() => void save('png')}>
          {say('png')}
        </Button>
        <Button size="xs" leftSection={<IconPrinter size={16} />} onClick={() => print()}>
          {say('print')}
        </Button>
      </Group>
    </Group>
  )
}

function Rules({ document: { segment, policy } }: { document: ScenarioDocument }) {
  const say = useWords(dossierWords)
  const { sayWords } = useStudio()
  const { confirmation, minimumContactDelay, stopRules } = policy
  return (
    <section>
      <h2>{say('rules')}</h2>
      <ul>
        <li>{segment === null ? say('no-segment') : say('segment', { segment: sayWords(segmentWords[segment]) })}</li>
        <li>{say(confirmation)}</li>
        <li>{say('delay', { count: minimumContactDelay })}</li>
        <li>{say('payment')}</li>
        <li>{say(stopRules.dispute ? 'dispute' : 'no-dispute')}</li>
        <li>{say(stopRules.promise ? 'promise' : 'no-promise')}</li>
      </ul>
    </section>
  )
}

function Approval() {
  const say = useWords(dossierWords)
  return (
    <section className={styles.approval}>
      <h2>{say('approval')}</h2>
      <dl>
        {(['name', 'date', 'signature'] as const).map((field) => (
          <div key={field}>
            <dt>{say(field)}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </section>
  )
}
