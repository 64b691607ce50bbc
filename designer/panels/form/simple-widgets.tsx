import { Input, NumberInput, SegmentedControl, Select, Switch, Textarea, TextInput } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import { useStudio } from '../../canvas/studio-context.tsx'
import { choicesOf, inputProps } from './widget-props.ts'

export function ChoiceWidget(props: WidgetProps) {
  return (
    <Select
      {...inputProps(props)}
      data={choicesOf(props)}
      value={props.value ?? null}
      onChange={(value) => props.onChange(value ?? undefined)}
      allowDeselect={!props.required && props.schema.default === undefined}
    />
  )
}

export function SegmentsWidget(props: WidgetProps) {
  const { label, ...shared } = inputProps(props)
  const data = choicesOf(props)
  // Long words would be cut in a narrow panel.
  const letters = data.reduce((sum, choice) => sum + choice.label.length, 0)
  if (letters > (data.length > 2 ? 26 : 22) || data.length > 4) return <ChoiceWidget {...props} />
  return (
    <Input.Wrapper {...shared} id={undefined} label={label} labelElement="div">
      <SegmentedControl
        fullWidth
        size="sm"
        data={data}
        value={props.value}
        onChange={props.onChange}
        disabled={shared.disabled}
        aria-label={label}
      />
    </Input.Wrapper>
  )
}

export function NumberWidget(props: WidgetProps) {
  const { schema, value, onChange } = props
  return (
    <NumberInput
      {...inputProps(props)}
      value={value ?? ''}
      min={schema.minimum}
      max={schema.maximum}
      clampBehavior="none"
      allowDecimal={schema.type !== 'integer'}
      onChange={(next) => onChange(next === '' ? undefined : Number(next))}
    />
  )
}

export function DaysWidget(props: WidgetProps) {
  const { say } = useStudio()
  return (
    <NumberInput
      {...inputProps(props)}
      value={props.value ?? ''}
      min={0}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      suffix={` ${say('form.days', { count: Number(props.value ?? 0) })}`}
      onChange={(next) => props.onChange(next === '' ? undefined : Number(next))}
    />
  )
}

export function SwitchWidget(props: WidgetProps) {
  const { id, label, description, error, disabled } = inputProps(props)
  return (
    <Switch
      id={id}
      label={label}
      description={description}
      error={error}
      disabled={disabled}
      checked={props.value === true}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  )
}

export function LineWidget(props: WidgetProps) {
  return (
    <TextInput
      {...inputProps(props)}
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}

export function ParagraphWidget(props: WidgetProps) {
  return (
    <Textarea
      {...inputProps(props)}
      autosize
      minRows={3}
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}
