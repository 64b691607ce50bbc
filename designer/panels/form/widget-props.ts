import type { WidgetProps } from '@rjsf/utils'

/** The choices that a field's meta names, else the schema's own list. */
export function choicesOf({ options, schema }: WidgetProps): { value: string; label: string }[] {
  const named = options.choices as { value: string; label: string }[] | undefined
  if (named !== undefined) return named
  return (schema.enum ?? []).map((value) => ({ value: String(value), label: String(value) }))
}

/** The props that every input of the form shares. */
export function inputProps({ id, label, schema, rawErrors, disabled, readonly }: WidgetProps) {
  const shared = { id, label, disabled: disabled === true || readonly === true }
  return {
    ...shared,
    description: schema.description,
    error: rawErrors === undefined || rawErrors.length === 0 ? undefined : rawErrors.join(' '),
    // Help stands under the field, where it does not push a column of fields apart.
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
  }
}
