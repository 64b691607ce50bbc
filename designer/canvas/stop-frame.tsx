import { IconBan, IconCircleCheck, IconHandStop, IconMessageReport, IconPlayerPause } from '@tabler/icons-react'
import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import styles from './canvas.module.css'
import type { Drawing } from './geometry/draw-scenario.ts'
import { frameOf } from './geometry/frame.ts'
import type { Route } from './geometry/route-lines.ts'
import { useStudio, useStudioState } from './studio-context.tsx'

/** The rules that hold at every step, drawn once around the course instead of as forty lines. */
export function StopFrame({ drawing, routes }: { drawing: Drawing; routes: ReadonlyMap<string, Route> }) {
  const { say } = useStudio()
  const entry = useStudioState(({ document }) => document.entries.open)
  const frame = frameOf(drawing, { routes, entry })
  if (frame === null) return null
  return (
    <ViewportPortal>
      <section
        className={styles.frame}
        aria-label={say('stop.title')}
        style={{ transform: `translate(${frame.x}px, ${frame.y}px)`, width: frame.width, height: frame.height }}
      >
        <Ribbon />
      </section>
    </ViewportPortal>
  )
}

const Ribbon = memo(function Ribbon() {
  const { say } = useStudio()
  const stop = useStudioState(({ document }) => document.policy.stopRules)
  const rules = [
    { key: 'paid', icon: IconCircleCheck, on: true },
    { key: 'disputed', icon: IconMessageReport, on: stop.dispute },
    { key: 'promised', icon: IconHandStop, on: stop.promise },
    { key: 'held', icon: IconPlayerPause, on: true },
    { key: 'cancelled', icon: IconBan, on: true },
  ] as const
  return (
    <div className={styles.ribbon}>
      <span className={styles.ribbonTitle}>{say('stop.title')}</span>
      {rules.map(({ key, icon: Icon, on }) => (
        <span key={key} className={styles.rule} data-rule={key} data-off={!on || undefined}>
          <Icon size={14} stroke={1.8} aria-hidden />
          {say(on ? `stop.${key}` : `stop.${key as 'disputed' | 'promised'}Off`)}
        </span>
      ))}
    </div>
  )
})
