import { Checkbox, Group, NumberInput, SegmentedControl, Select, Stack, Switch, Text, Textarea } from '@mantine/core'
import { segments, segmentWords } from '@relance/sdk/facts'
import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import { useStudio, useStudioState } from '../canvas/studio-context.tsx'
import { useEdits } from '../canvas/use-edits.ts'
import { ContactHoursInput } from './contact-hours-input.tsx'

/** What holds for the whole scenario: for whom it is, in which languages, and its rules. */
export function ScenarioPanel() {
  const { say, sayWords, readOnly, store } = useStudio()
  const edits = useEdits()
  const description = useStudioState(({ document }) => document.description)
  const segment = useStudioState(({ document }) => document.segment)
  const languages = useStudioState(({ document }) => document.languages)
  const policy = useStudioState(({ document }) => document.policy)
  const describe = (part: { description?: string; segment?: typeof segment; languages?: typeof languages }) =>
    edits.run({ type: 'describe', ...part }, { merge: `describe ${Object.keys(part)[0]}` })
  return (
    <Stack gap="lg" onBlur={() => store.trigger.sealed()}>
      <Text fw={600}>{say('scenario.title')}</Text>
      <Textarea
        label={say('scenario.description')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={description}
        disabled={readOnly}
        onChange={(event) => describe({ description: event.currentTarget.value })}
      />
      <Select
        label={say('scenario.segment')}
        description={say('scenario.segmentHelp')}
        inputWrapperOrder={['label', 'input', 'description']}
        data={segments.map((value) => ({ value, label: sayWords(segmentWords[value]) }))}
        value={segment}
        onChange={(value) => describe({ segment: value as typeof segment })}
        placeholder={say('scenario.noSegment')}
        clearable
        disabled={readOnly}
      />
      <Checkbox.Group
        label={say('scenario.languages')}
        description={say('scenario.languagesHelp')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={[...languages]}
        onChange={(value) => value.length > 0 && describe({ languages: value as typeof languages })}
      >
        <Group gap="lg" py={6}>
          <Checkbox value="fr" label={say('language.fr')} disabled={readOnly} />
          <Checkbox value="en" label={say('language.en')} disabled={readOnly} />
        </Group>
      </Checkbox.Group>
      <PolicyFields
        policy={policy}
        disabled={readOnly}
        onChange={(next) => edits.run({ type: 'set-policy', policy: next }, { merge: 'policy' })}
      />
    </Stack>
  )
}

interface PolicyProps {
  readonly policy: ScenarioPolicy
  readonly disabled: boolean
  readonly onChange: (policy: ScenarioPolicy) => void
}

function PolicyFields({ policy, disabled, onChange }: PolicyProps) {
  const { say } = useStudio()
  const set = (part: Partial<ScenarioPolicy>) => onChange({ ...policy, ...part })
  const list = <V extends string>(name: string, values: readonly V[]) =>
    values.map((value) => ({ value, label: say(`policy.${name}.${value}` as 'policy.catchUp.skip') }))
  return (
    <>
      <Text fw={600}>{say('policy.title')}</Text>
      <Stack gap={4}>
        <Text size="sm" fw={500}>
          {say('policy.confirmation')}
        </Text>
        <SegmentedControl
          fullWidth
          disabled={disabled}
          aria-label={say('policy.confirmation')}
          data={list('confirmation', ['manual', 'automatic'])}
          value={policy.confirmation}
          onChange={(confirmation) => set({ confirmation: confirmation as ScenarioPolicy['confirmation'] })}
        />
        <Text size="xs" c="dimmed">
          {say('policy.confirmationHelp')}
        </Text>
      </Stack>
      <Stack gap="sm" component="fieldset" m={0} p={0} bd="none">
        <Text component="legend" size="sm" fw={500} mb={6}>
          {say('policy.stop')}
        </Text>
        <Switch checked disabled label={say('policy.stopPaid')} />
        {(['dispute', 'promise'] as const).map((rule) => (
          <Switch
            key={rule}
            disabled={disabled}
            label={say(`policy.stop.${rule}`)}
            checked={policy.stopRules[rule]}
            onChange={(event) => set({ stopRules: { ...policy.stopRules, [rule]: event.currentTarget.checked } })}
          />
        ))}
      </Stack>
      <NumberInput
        label={say('policy.minimumContactDelay')}
        description={say('policy.minimumContactDelayHelp')}
        inputWrapperOrder={['label', 'input', 'description']}
        disabled={disabled}
        min={0}
        max={90}
        allowDecimal={false}
        suffix={` ${say('form.days', { count: policy.minimumContactDelay })}`}
        value={policy.minimumContactDelay}
        onChange={(days) => typeof days === 'number' && set({ minimumContactDelay: days })}
      />
      <ContactHoursInput
        hours={policy.contactHours}
        disabled={disabled}
        onChange={(contactHours) => set({ contactHours })}
      />
      <Select
        label={say('policy.catchUp')}
        description={say(`policy.catchUp.${policy.catchUp}Help`)}
        inputWrapperOrder={['label', 'input', 'description']}
        disabled={disabled}
        allowDeselect={false}
        data={list('catchUp', ['latest', 'skip', 'spread'])}
        value={policy.catchUp}
        onChange={(value) => value !== null && set({ catchUp: value as ScenarioPolicy['catchUp'] })}
      />
      <Select
        label={say('policy.reanchor')}
        description={say(`policy.reanchor.${policy.reanchor}Help`)}
        inputWrapperOrder={['label', 'input', 'description']}
        disabled={disabled}
        allowDeselect={false}
        data={list('reanchor', ['contextual', 'standard'])}
        value={policy.reanchor}
        onChange={(value) => value !== null && set({ reanchor: value as ScenarioPolicy['reanchor'] })}
      />
    </>
  )
}
