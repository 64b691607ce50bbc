import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scenarioJsonSchema } from '@relance/sdk/scenario-document'

const file = join(import.meta.dirname, 'sdk', 'scenario.schema.json')

/** Writes the published JSON Schema of scenario documents beside the schema that it is printed from. */
writeFileSync(file, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`)
