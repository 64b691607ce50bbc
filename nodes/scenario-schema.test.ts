import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scenarioJsonSchema } from '@relance/sdk/scenario-document'
import { expect, it } from 'vitest'

it('publishes the JSON Schema that documents are really checked by (npm run schema -w @relance/nodes brings it up to date)', () => {
  const published = readFileSync(join(import.meta.dirname, 'sdk', 'scenario.schema.json'), 'utf8')
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())))
})
