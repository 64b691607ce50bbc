import type { FieldTemplateProps, ObjectFieldTemplateProps } from '@rjsf/utils'
import styles from './form.module.css'

/** Fields one under the other; a delay's parts beside each other, as one reads it. */
export function ObjectTemplate({ properties, schema, uiSchema }: ObjectFieldTemplateProps) {
  const names = Object.keys(schema.properties ?? {})
  const delay = names.some((name) => uiSchema?.[name]?.['ui:widget'] === 'days')
  return (
    <div className={delay ? styles.inline : styles.form}>
      {properties
        .filter(({ hidden }) => !hidden)
        .map(({ name, content }) => (
          <div key={name}>{content}</div>
        ))}
    </div>
  )
}

/** Inputs carry their own label, help and error. */
export function FieldTemplate({ children, hidden }: FieldTemplateProps) {
  return hidden === true ? null : children
}
