import { Readable } from 'node:stream'
import { type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { entities } from '../../examples/ledger/entities.ts'
import { generateLedger } from '../../examples/ledger/generate.ts'
import eti from '../../examples/scenarios/eti.json' with { type: 'json' }
import keyAccounts from '../../examples/scenarios/grands-comptes.json' with { type: 'json' }
import pme from '../../examples/scenarios/pme.json' with { type: 'json' }
import tpe from '../../examples/scenarios/tpe.json' with { type: 'json' }
import { Debtor } from '../models/debtor.ts'
import { insertOnce } from '../models/duplicate-key.ts'
import { Entity } from '../models/entity.ts'
import { Item } from '../models/item.ts'
import { Scenario } from '../models/scenario.ts'
import { Seeding } from '../models/seeding.ts'
import { dayIn } from './calendar-day.ts'
import { importLedger } from './import-ledger.ts'
import type { Operator } from './ports.ts'
import { publishScenario } from './publish-scenario.ts'
import { saveScenario } from './save-scenario.ts'

const note = 'Exemple livré avec Relance'
const subjects = ['debtors', 'contacts', 'items', 'payments'] as const

/**
 * Fills an empty database with the demo company, through the same doors as a customer: its ledger of today is imported, its four
 * scenarios are saved and published. Files are enrolled in the background; nothing is made up as sent. Does nothing on a
 * database with data of its own; goes on where it was cut short. Returns whether it did anything.
 */
export async function seedDemo(operator: Operator): Promise<boolean> {
  const seeding = await claimSeeding(operator)
  if (!seeding) return false
  for (const { code, ...entity } of entities) {
    const address = entity.address.replaceAll('\n', ', ')
    await insertOnce(() => Entity.create({ _id: code, ...entity, address }))
  }
  const files = generateLedger({ today: seeding.today })
  for (const subject of subjects) {
    const file = { stream: Readable.from([Buffer.from(files[subject])]), name: `${subject}.csv` }
    const options = { format: 'csv', mode: 'delta', dryRun: false, force: false, locale: 'fr' } as const
    await importLedger(file, options, operator)
  }
  for (const example of [tpe, pme, eti, keyAccounts])
    await publishExample(scenarioDocumentSchema.parse(example), operator)
  await Seeding.updateOne({ _id: 'demo' }, { $set: { doneAt: operator.ports.now() } })
  return true
}

/** The seeding to carry out: a new one on an empty database, or the one that was cut short. */
async function claimSeeding({ ports }: Operator): Promise<{ today: string } | undefined> {
  const begun = await Seeding.findById('demo').lean()
  if (begun) return begun.doneAt ? undefined : { today: begun.today }
  const lives = await Promise.all([Entity, Debtor, Item, Scenario].map((model) => model.exists({} as never)))
  if (lives.some(Boolean)) return undefined
  const today = dayIn(entities[0].zone, ports.now())
  await insertOnce(() => Seeding.create({ _id: 'demo', today }))
  return { today }
}

async function publishExample(document: ScenarioDocument, operator: Operator): Promise<void> {
  const known = await Scenario.exists({ _id: document.id })
  if (!known) await saveScenario({ document }, operator)
  await publishScenario(document.id, { note, choices: [] }, operator)
}
