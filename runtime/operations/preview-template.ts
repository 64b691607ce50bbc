import type { Locale } from '@relance/sdk/words'
import { renderEmail, renderScript, templates } from '@relance/templates/render'
import { sampleFacts } from '@relance/templates/sample-facts'
import type { z } from 'zod'
import type { templatePreviewSchema } from '../contract/scenarios.ts'
import { RefusedError } from './refused-error.ts'

/** A text filled with the sample facts; refused as `not-found`. */
export async function previewTemplate(
  stage: string,
  { medium, language }: { medium: string; language: Locale },
): Promise<z.output<typeof templatePreviewSchema>> {
  if (!templates.has({ medium, template: stage }, language))
    throw new RefusedError('not-found', { values: { id: stage } })
  const request = { stage, locale: language, facts: sampleFacts }
  if (medium === 'email') {
    const { subject, text, html } = await renderEmail(request)
    return { subject, text, html }
  }
  const { subject, text } = await renderScript(request)
  return { subject, text, html: '' }
}
