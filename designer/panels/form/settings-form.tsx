import type { NodeDefinition } from '@relance/sdk/define-node'
import type { ScenarioNode } from '@relance/sdk/scenario-document'
import { Form } from '@rjsf/mantine'
import { memo, useMemo } from 'react'
import { useStudio } from '../../canvas/studio-context.tsx'
import { useExplain } from '../use-explain.ts'
import { BranchesField } from './branches-field.tsx'
import { formSchema } from './form-schema.ts'
import { FieldTemplate, ObjectTemplate } from './layout-templates.tsx'
import {
  ChoiceWidget,
  DaysWidget,
  LineWidget,
  NumberWidget,
  ParagraphWidget,
  SegmentsWidget,
  SwitchWidget,
} from './simple-widgets.tsx'
import { ScriptWidget, TemplateWidget } from './template-widget.tsx'
import { zodValidator } from './zod-validator.ts'

const widgets = {
  choice: ChoiceWidget,
  segments: SegmentsWidget,
  days: DaysWidget,
  template: TemplateWidget,
  script: ScriptWidget,
  SelectWidget: ChoiceWidget,
  UpDownWidget: NumberWidget,
  CheckboxWidget: SwitchWidget,
  TextWidget: LineWidget,
  TextareaWidget: ParagraphWidget,
}
const fields = { branches: BranchesField }
const nothing = () => null
const templates = {
  ObjectFieldTemplate: ObjectTemplate,
  FieldTemplate,
  FieldErrorTemplate: nothing,
  FieldHelpTemplate: nothing,
}

interface Props {
  readonly definition: NodeDefinition
  readonly settings: ScenarioNode['settings']
  readonly disabled: boolean
  readonly onChange: (settings: ScenarioNode['settings']) => void
}

/** The form of a step, made from its kind's schema: nothing here knows a kind. */
export default memo(function SettingsForm({ definition, settings, disabled, onChange }: Props) {
  const { sayWords } = useStudio()
  const explain = useExplain()
  const { schema, ui } = useMemo(() => formSchema(definition.settings, { sayWords }), [definition, sayWords])
  const validator = useMemo(() => zodValidator(definition.settings, { explain }), [definition, explain])
  return (
    <Form
      tagName="div"
      schema={schema}
      uiSchema={ui}
      formData={settings}
      validator={validator}
      widgets={widgets}
      fields={fields}
      templates={templates}
      disabled={disabled}
      liveValidate
      showErrorList={false}
      noHtml5Validate
      onChange={({ formData }) => onChange(plainJson(formData))}
    />
  )
})

/** Emptied fields leave `undefined` behind, which no document may hold. */
function plainJson(data: unknown): ScenarioNode['settings'] {
  return JSON.parse(JSON.stringify(data ?? {}))
}
