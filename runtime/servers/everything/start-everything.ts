import type { Config } from '../../config.ts'
import { RelanceError } from '../../errors.ts'
import { type HeldHome, holdHome, takeHome } from '../hold-home.ts'
import { freePort, isPortFree } from '../process/free-port.ts'
import { waitUntil } from '../process/wait-until.ts'
import { settleAll } from '../supervise/settle-all.ts'
import type { AskedToStop } from '../supervise/until-asked-to-stop.ts'
import { buildDesigner } from './build-designer.ts'
import { buildWorkflows } from './build-workflows.ts'
import { pageAnswers } from './page-answers.ts'
import { type KeptProgram, keepProgram } from './programs.ts'
import { watchSources } from './watch-sources.ts'

const answerTimeout = 60_000

export interface Everything {
  readonly page: string
  readonly catcherPage?: string
  readonly temporalPage?: string
  /** Stops what was started, the last first. */
  stop(): Promise<void>
}

export interface EverythingOptions {
  readonly config: Config
  /** Follow the sources: the page is built and the programs are started anew when they change. */
  readonly dev: boolean
  readonly asked: AskedToStop
  readonly report: (line: string) => void
}

/** Starts servers, page, API and worker, and resolves when the page answers; on failure stops what was started and throws. */
export async function startEverything(options: EverythingOptions): Promise<Everything> {
  const { config, asked, report } = options
  const port = await pagePort(config)
  const lock = await takeHome(config)
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  try {
    const [held] = await settleAll<[HeldHome, boolean, boolean]>([
      holdHome({ config: { ...config, port }, lock, pages: true, report, giveUp: asked.stop }).then((home) => {
        stops.push(() => home.stop())
        home.publish('', [])
        return home
      }),
      buildDesigner(report),
      buildWorkflows(config.home),
    ])
    const page = addressOf(config.host, port)
    await startPrograms({ ...options, held, port, page, stops })
    return { page, catcherPage: held.servers.catcher.page, temporalPage: held.servers.temporal.page, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

interface ProgramOptions extends EverythingOptions {
  readonly held: HeldHome
  readonly port: number
  readonly page: string
  readonly stops: (() => Promise<void>)[]
}

async function startPrograms({ config, dev, asked, report, held, port, page, stops }: ProgramOptions): Promise<void> {
  const env = {
    ...held.servers.environment,
    PORT: `${port}`,
    HOST: config.host,
    RELANCE_DEMO: config.demo === false ? 'off' : 'on',
  }
  const programs: KeptProgram[] = []
  stops.push(async () => {
    await Promise.all(programs.map((program) => program.stop()))
  })
  const pids = () => programs.map((program) => program.current.pid)
  const common = { home: config.home, env, report, giveUp: asked.stop, changed: () => held.publish(page, pids()) }
  const keep = async (name: 'api' | 'worker') => {
    programs.push(await keepProgram(name, common))
  }
  await settleAll([keep('api'), keep('worker')])
  await waitUntil(() => pageAnswers(page), { timeout: answerTimeout })
  held.publish(page, pids())
  if (dev) stops.push(watchSources({ report, changed: () => programs.map((program) => program.renew()) }))
}

/** The port of the page, before anything is started. Throws `port-busy`. */
async function pagePort({ port, host }: Config): Promise<number> {
  if (port === 0) return await freePort()
  if (!(await isPortFree(port, host))) throw new RelanceError('port-busy', { port, variable: 'PORT' })
  return port
}

function addressOf(host: string, port: number): string {
  const nearby = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host)
  return `http://${nearby ? 'localhost' : host}:${port}`
}
