import { SimulatedCarrying } from './simulated-carrying.ts'
import { SimulatedDesk } from './simulated-desk.ts'
import { SimulatedLife } from './simulated-life.ts'
import type { AccountQuery, Simulation, SimulationQuery } from './simulation.ts'

/**
 * The host in virtual time: the same step as production, with a clock that jumps, and the same decisions of the contact desk.
 * Nothing is read and nothing is sent, so it runs in a browser, a worker thread or a terminal.
 */

/** Far more steps than a scenario of a thousand nodes takes in ten years, for each file. */
const mostSteps = 100_000

/** Lives one file through, alone on its account. */
export function simulate({ file, from, whatIf, ...query }: SimulationQuery): Simulation {
  return simulateAccount({ ...query, files: [{ file, from, whatIf }] })[0]!
}

/**
 * Lives the files of one debtor through, in the order of time. What happens to files at one instant comes before what the desk
 * sends then; after each, the file carries the account whose turn it is.
 */
export function simulateAccount(query: AccountQuery): Simulation[] {
  const desk = new SimulatedDesk<SimulatedLife>({ ...query, debtor: query.files[0]?.file.debtor.id ?? '' })
  const all = () => lives
  const carrying = new SimulatedCarrying(all, query)
  const isCarried = (life: SimulatedLife) => carrying.precedes(life)
  const lives: SimulatedLife[] = query.files.map(
    (file) => new SimulatedLife(file, { ...query, lives: all, isCarried, desk }),
  )
  const until = Date.parse(query.until)
  for (let steps = 0; steps < mostSteps * lives.length; steps++) {
    const [life] = lives.filter(({ at }) => at !== null).sort((a, b) => a.at! - b.at!)
    const message = desk.next()
    if (message !== null && (!life || message.at < life.at!)) {
      if (message.at > until) break
      const spokenFor = desk.send(message)
      const now = new Date(message.at).toISOString()
      for (const { file } of spokenFor) if (!file.isPaid) carrying.list(file, now)
      for (const { file, ...contact } of spokenFor) file.contacted(contact)
      carrying.settle(now)
    } else if (life && life.at! <= until) {
      const now = new Date(life.at!).toISOString()
      life.goOn()
      carrying.settle(now)
    } else break
  }
  return lives.map((life) => ({ trace: life.trace, delays: life.delays, end: life.end(desk.isAsked(life)) }))
}
