import { ActionIcon, Button, Group, NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { type Comparison, comparisons } from '@relance/sdk/condition'
import { type FactName, factDefinitions } from '@relance/sdk/facts'
import type { FieldProps } from '@rjsf/utils'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash, IconX } from '@tabler/icons-react'
import { useStudio } from '../../canvas/studio-context.tsx'
import { type Branch, branchSentence, type Test } from '../../document/branch-sentence.ts'
import styles from './form.module.css'

const first: Test = { fact: 'invoice.daysLate', is: '≥', value: 30 }

/** Ways of a decision, tried in their order. Each is built by choosing and read back as a sentence. */
export function BranchesField({ formData, onChange, schema, disabled, rawErrors, fieldPathId }: FieldProps) {
  const { say } = useStudio()
  const branches = (Array.isArray(formData) ? formData : []) as Branch[]
  const put = (next: readonly Branch[]) => onChange(next as never, fieldPathId.path)
  const set = (at: number, branch: Branch) => put(branches.map((one, index) => (index === at ? branch : one)))
  const swap = (at: number, by: 1 | -1) => {
    const next = [...branches]
    ;[next[at], next[at + by]] = [next[at + by]!, next[at]!]
    put(next)
  }
  const add = () =>
    put([
      ...branches,
      {
        id: freshBranch(branches),
        name: say('branch.new', { number: branches.length + 1 }),
        nameEn: '',
        match: 'all',
        tests: [first],
      },
    ])
  return (
    <Stack gap="sm">
      <div>
        <Text size="sm" fw={500}>
          {schema.title}
        </Text>
        <Text size="xs" c="dimmed">
          {schema.description}
        </Text>
      </div>
      {branches.map((branch, at) => (
        <BranchEditor
          key={branch.id}
          branch={branch}
          disabled={disabled === true}
          onChange={(next) => set(at, next)}
          onRemove={branches.length > 1 ? () => put(branches.filter((_, index) => index !== at)) : undefined}
          onUp={at > 0 ? () => swap(at, -1) : undefined}
          onDown={at < branches.length - 1 ? () => swap(at, 1) : undefined}
        />
      ))}
      {rawErrors !== undefined && rawErrors.length > 0 && (
        <Text size="xs" c="var(--mantine-color-error)">
          {rawErrors.join(' ')}
        </Text>
      )}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={16} />}
        onClick={add}
        disabled={disabled === true || branches.length >= 6}
      >
        {say('branch.add')}
      </Button>
    </Stack>
  )
}

function freshBranch(branches: readonly Branch[]): string {
  let number = branches.length + 1
  while (branches.some(({ id }) => id === `branch-${number}`)) number += 1
  return `branch-${number}`
}

interface EditorProps {
  readonly branch: Branch
  readonly disabled: boolean
  readonly onChange: (branch: Branch) => void
  readonly onRemove: (() => void) | undefined
  readonly onUp: (() => void) | undefined
  readonly onDown: (() => void) | undefined
}

function BranchEditor({ branch, disabled, onChange, onRemove, onUp, onDown }: EditorProps) {
  const { say, locale } = useStudio()
  const { name, nameEn, match, tests } = branch
  const setTest = (at: number, test: Test) =>
    onChange({ ...branch, tests: tests.map((one, index) => (index === at ? test : one)) })
  return (
    <div className={styles.branch}>
      <Group gap={4} wrap="nowrap" align="flex-end">
        <TextInput
          flex={1}
          label={say('branch.name')}
          value={locale === 'en' && nameEn !== '' ? nameEn : name}
          disabled={disabled}
          error={name === '' ? say('branch.nameMissing') : undefined}
          onChange={({ currentTarget: { value } }) =>
            onChange(locale === 'en' && nameEn !== '' ? { ...branch, nameEn: value } : { ...branch, name: value })
          }
        />
        <ActionIcon aria-label={say('branch.up')} disabled={onUp === undefined || disabled} onClick={onUp}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon aria-label={say('branch.down')} disabled={onDown === undefined || disabled} onClick={onDown}>
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon
          aria-label={say('branch.remove', { name })}
          disabled={onRemove === undefined || disabled}
          onClick={onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      {tests.map((test, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a test has nothing but its place
        <div key={at} className={styles.test}>
          <TestEditor test={test} disabled={disabled} onChange={(next) => setTest(at, next)} />
          <ActionIcon
            aria-label={say('branch.removeTest')}
            disabled={disabled || tests.length === 1}
            onClick={() => onChange({ ...branch, tests: tests.filter((_, index) => index !== at) })}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Group gap="sm" justify="space-between">
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={14} />}
          disabled={disabled || tests.length >= 6}
          onClick={() => onChange({ ...branch, tests: [...tests, first] })}
        >
          {say('branch.addTest')}
        </Button>
        {tests.length > 1 && (
          <SegmentedControl
            size="xs"
            disabled={disabled}
            value={match}
            onChange={(next) => onChange({ ...branch, match: next as Branch['match'] })}
            aria-label={say('branch.match')}
            data={[
              { value: 'all', label: say('branch.all') },
              { value: 'any', label: say('branch.any') },
            ]}
          />
        )}
      </Group>
      <p className={styles.readBack}>{branchSentence(branch, { locale })}</p>
    </div>
  )
}

function TestEditor({ test, disabled, onChange }: { test: Test; disabled: boolean; onChange: (test: Test) => void }) {
  const { say, sayWords } = useStudio()
  const names = Object.keys(factDefinitions) as FactName[]
  const choose = (fact: FactName) => onChange({ fact, ...fittingValue(fact, test) })
  return (
    <div className={styles.testParts}>
      <Select
        aria-label={say('branch.fact')}
        searchable
        allowDeselect={false}
        disabled={disabled}
        data={names.map((value) => ({ value, label: sayWords(factDefinitions[value].words) }))}
        value={test.fact}
        onChange={(fact) => fact !== null && choose(fact as FactName)}
      />
      <Select
        aria-label={say('branch.comparison')}
        allowDeselect={false}
        disabled={disabled}
        data={comparisonsOf(test.fact).map((value) => ({ value, label: say(`compare.${value}`) }))}
        value={test.is}
        onChange={(is) => is !== null && onChange({ ...test, is: is as Comparison })}
      />
      <ValueEditor test={test} disabled={disabled} onChange={(value) => onChange({ ...test, value })} />
    </div>
  )
}

function comparisonsOf(fact: FactName): readonly Comparison[] {
  const { type } = factDefinitions[fact]
  return type === 'text' || type === 'choice' ? ['=', '≠'] : comparisons
}

/** Keeps a comparison and a value that still make sense for another fact. */
function fittingValue(fact: FactName, { is, value }: Test): Pick<Test, 'is' | 'value'> {
  const { type, choices } = factDefinitions[fact]
  const comparison = comparisonsOf(fact).includes(is) ? is : '='
  if (type === 'choice') return { is: comparison, value: choices?.[0]?.value ?? '' }
  if (type === 'text' || type === 'date') return { is: comparison, value: typeof value === 'string' ? value : '' }
  return { is: comparison, value: typeof value === 'number' ? value : 0 }
}

function ValueEditor({
  test,
  disabled,
  onChange,
}: {
  test: Test
  disabled: boolean
  onChange: (value: string | number) => void
}) {
  const { say, sayWords } = useStudio()
  const { type, choices } = factDefinitions[test.fact]
  const label = say('branch.value')
  if (type === 'choice') {
    return (
      <Select
        aria-label={label}
        allowDeselect={false}
        disabled={disabled}
        data={(choices ?? []).map(({ value, words }) => ({ value, label: sayWords(words) }))}
        value={String(test.value)}
        onChange={(value) => value !== null && onChange(value)}
      />
    )
  }
  if (type === 'text' || type === 'date') {
    return (
      <TextInput
        aria-label={label}
        type={type}
        disabled={disabled}
        value={String(test.value)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  const cents = type === 'amount'
  const value = Number(test.value)
  return (
    <NumberInput
      aria-label={label}
      disabled={disabled}
      value={cents ? value / 100 : value}
      decimalScale={cents ? 2 : 0}
      decimalSeparator={say('number.decimal')}
      thousandSeparator={say('number.thousand')}
      suffix={cents ? ' €' : type === 'days' ? ` ${say('form.days', { count: Math.abs(value) })}` : ''}
      onChange={(next) => onChange(next === '' ? 0 : Math.round(Number(next) * (cents ? 100 : 1)))}
    />
  )
}
