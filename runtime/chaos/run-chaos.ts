import { setTimeout as sleep } from 'node:timers/promises'
import { Client, Connection } from '@temporalio/client'
import { createFileDoor } from '../activities/file-door.ts'
import { writeEntity } from '../activities/testing/company.ts'
import { connectDatabase, disconnectDatabase } from '../models/connect-database.ts'
import { gather, isAtRest } from './evidence.ts'
import { openGround } from './ground.ts'
import { type Evidence, judge } from './oracle.ts'
import { outside } from './outside.ts'
import { type ChaosOptions, planChaos } from './plan.ts'
import { attend, echo, type Memory, play, publish, type Stage } from './play.ts'
import { type ChaosReport, reportOf } from './report.ts'

/** Ms without any change after which what has not come to rest never will: longer than retries, refusals and sweeper take. */
const stillness = 200_000
/** Ms after the last fault at which a call that nobody hears is given up. */
const patience = 1_800_000

/**
 * Runs the product on real servers while a plan drawn from a seed kills them, tells it everything twice, holds and releases,
 * publishes and moves files in mid-wait; then judges it by the mail server's log.
 */
export async function runChaos(
  options: ChaosOptions,
  { say = () => {} }: { readonly say?: (line: string) => void } = {},
): Promise<ChaosReport> {
  const plan = planChaos(options)
  const ground = await openGround({ seed: options.seed, report: say })
  const closing: (() => Promise<unknown>)[] = [ground.stop]
  try {
    await connectDatabase(ground.databaseUri)
    closing.unshift(disconnectDatabase)
    const connection = await Connection.connect({ address: ground.temporalAddress })
    closing.unshift(() => connection.close())
    await writeEntity()
    const memory = newMemory()
    const until = () => memory.startedAt + plan.span * 1_000 + patience
    const stage: Stage = {
      ...{ plan, ground, memory, outside: outside(ground.page, { until }) },
      door: createFileDoor(new Client({ connection })),
    }
    await publish({ edition: 0, follow: false }, stage)
    let isOver = false
    const beside = Promise.all([attend(stage, () => isOver), echo(stage, () => isOver)])
    try {
      await play(stage)
      say(`${Math.round((Date.now() - memory.startedAt) / 1_000)} s: everything has been told; waiting for rest`)
      const evidence = await settle(stage)
      return await reportOf(stage, evidence, judge(evidence))
    } finally {
      isOver = true
      await beside
    }
  } finally {
    for (const close of closing) await close()
  }
}

/** The evidence once two looks in a row found everything at rest, or once nothing changes any more. */
async function settle(stage: Stage): Promise<Evidence> {
  let calmLooks = 0
  let seen = ''
  let changedAt = Date.now()
  for (;;) {
    await sleep(2_000)
    const evidence = await gather(stage).catch(() => null)
    if (!evidence) continue
    const { mails, files, messages } = evidence
    const state = JSON.stringify([mails.length, files, messages.map(({ id, state }) => [id, state])])
    if (state !== seen) changedAt = Date.now()
    seen = state
    calmLooks = (await isAtRest(evidence).catch(() => false)) ? calmLooks + 1 : 0
    if (calmLooks === 2 || Date.now() - changedAt > stillness) return evidence
  }
}

function newMemory(): Memory {
  const counts = { payments: 0, imports: 0, publications: 0, holds: 0, echoes: 0, arrived: 0, resent: 0, retried: 0 }
  return { startedAt: Date.now(), kills: [], paidAt: new Map(), disputes: new Map(), holds: [], versions: [], counts }
}
