import type { Words } from '@relance/sdk/words'
import type { Config } from '../../config.ts'
import { untilAskedToStop } from '../supervise/until-asked-to-stop.ts'
import { type Everything, startEverything } from './start-everything.ts'

const words = {
  mails: { fr: 'E-mails interceptés', en: 'Caught e-mails' },
  temporal: { fr: 'Déroulement dans Temporal', en: 'Runs in Temporal' },
  stopping: { fr: 'Arrêt…', en: 'Stopping…' },
} as const satisfies Record<string, Words>

/** Starts everything, says where it is, and stops it all when asked to. Throws what kept it from starting. */
export async function runEverything({
  config,
  dev,
}: {
  readonly config: Config
  readonly dev: boolean
}): Promise<void> {
  const asked = untilAskedToStop(config)
  const report = (line: string) => process.stderr.write(`${line}\n`)
  const starting = startEverything({ config, dev, asked, report })
  const early = await Promise.race([starting.then(() => false), asked.stopped.then(() => true)])
  // What is half started hangs on this process and ends with it.
  if (early) process.exit(0)
  const everything = await starting
  process.stdout.write(`${linesOf(everything, config).join('\n')}\n`)
  const reason = await asked.stopped
  report(reason || words.stopping[config.locale])
  await everything.stop()
  process.exit(reason ? 1 : 0)
}

function linesOf({ page, catcherPage, temporalPage }: Everything, { locale }: Config): string[] {
  return [
    `Relance is ready: ${page}`,
    ...(catcherPage ? [`  ${words.mails[locale]}: ${catcherPage}`] : []),
    ...(temporalPage ? [`  ${words.temporal[locale]}: ${temporalPage}`] : []),
  ]
}
