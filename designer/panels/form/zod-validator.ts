import type { Problem } from '@relance/runtime/machine/types'
import { problemsOfZod } from '@relance/runtime/machine/zod-problems'
import {
  type ErrorSchema,
  ErrorSchemaBuilder,
  type RJSFSchema,
  type ValidationData,
  type ValidatorType,
} from '@rjsf/utils'
import { z } from 'zod'

/**
 * Checks a form by the node's own zod schema, with the words of the problems panel. The usual validator of the form
 * library compiles code at run time, which the page's security policy forbids, and would be a second opinion.
 */
export function zodValidator(
  settings: z.ZodType,
  { explain }: { explain: (problem: Problem) => string },
): ValidatorType {
  const validate = (data: unknown): ValidationData<unknown> => {
    const parsed = settings.safeParse(data)
    if (parsed.success) return { errors: [], errorSchema: {} }
    const builder = new ErrorSchemaBuilder()
    const errors = parsed.error.issues.map((issue) => {
      const [problem] = problemsOfZod([issue], { nodeOf: () => undefined })
      const message = explain(problem!)
      builder.addErrors(message, issue.path as (string | number)[])
      return { property: `.${issue.path.join('.')}`, message, stack: message }
    })
    return { errors, errorSchema: builder.ErrorSchema as ErrorSchema }
  }
  return {
    validateFormData: validate,
    isValid: (schema, data) => fits(schema, data),
    rawValidation: (_schema, data) => ({ errors: validate(data).errors as never[] }),
  }
}

/** Whether a value fits an alternative of the form (a union). */
function fits(schema: RJSFSchema, data: unknown): boolean {
  try {
    return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(data).success
  } catch {
    return false
  }
}
