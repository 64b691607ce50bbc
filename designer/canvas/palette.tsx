import { TextInput } from '@mantine/core'
import type { NodeDefinition } from '@relance/sdk/define-node'
import { IconSearch } from '@tabler/icons-react'
import { type CSSProperties, type KeyboardEvent, useId, useMemo, useState } from 'react'
import { matches } from '../format/match.ts'
import styles from './palette.module.css'
import { useStudio } from './studio-context.tsx'

/** The kind being dragged, under its own type so that nothing else is taken for a step. */
export const paletteMime = 'application/x-relance-kind'
const groups = ['time', 'contact', 'decision', 'end'] as const

/** The kinds of steps, found by typing; click, Enter or drag adds one. */
export function Palette({
  onChoose,
  onClose,
}: {
  onChoose: (definition: NodeDefinition) => void
  onClose: () => void
}) {
  const { say, registry, sayWords } = useStudio()
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const found = useMemo(
    () =>
      groups.flatMap((group) =>
        registry.list.filter(
          ({ group: its, words }) =>
            its === group && matches(`${sayWords(words.name)} ${sayWords(words.description)}`, search),
        ),
      ),
    [registry, sayWords, search],
  )
  const hear = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, found.length))
    else if (event.key === 'ArrowUp') setAt((at + found.length - 1) % Math.max(1, found.length))
    else if (event.key === 'Enter' && found[at] !== undefined) onChoose(found[at])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.palette} role="dialog" aria-label={say('palette.title')} onKeyDown={hear}>
      <TextInput
        autoFocus
        data-autofocus
        variant="unstyled"
        className={styles.search}
        leftSection={<IconSearch size={16} stroke={1.7} />}
        placeholder={say('palette.search')}
        aria-label={say('palette.search')}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found[at] === undefined ? undefined : `${list}-${at}`}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
          setAt(0)
        }}
      />
      <div id={list} role="listbox" aria-label={say('palette.title')} className={styles.list}>
        {found.map((definition, index) => (
          <Entry
            key={definition.kind}
            id={`${list}-${index}`}
            definition={definition}
            heading={definition.group !== found[index - 1]?.group}
            active={index === at}
            onPoint={() => setAt(index)}
            onChoose={() => onChoose(definition)}
          />
        ))}
        {found.length === 0 && <p className={styles.none}>{say('palette.none')}</p>}
      </div>
      <p className={styles.hint}>{say('palette.hint')}</p>
    </div>
  )
}

interface EntryProps {
  readonly id: string
  readonly definition: NodeDefinition
  readonly heading: boolean
  readonly active: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

function Entry({ id, definition, heading, active, onPoint, onChoose }: EntryProps) {
  const { say, faces, sayWords } = useStudio()
  const face = faces.get(definition.kind)
  const Icon = face?.icon
  const tint = face?.colour ?? 'gray'
  const style = {
    '--tint': `var(--mantine-color-${tint}-light-color)`,
    '--tint-soft': `var(--mantine-color-${tint}-light)`,
  } as CSSProperties
  return (
    <>
      {heading && (
        <div className={styles.group} role="presentation">
          {say(`palette.${definition.group}`)}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the search field keeps the focus and hears the keys */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={active}
        className={styles.entry}
        style={style}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(paletteMime, definition.kind)
          event.dataTransfer.effectAllowed = 'copy'
        }}
        onMouseMove={onPoint}
        onClick={onChoose}
      >
        <span className={styles.icon} aria-hidden>
          {Icon !== undefined && <Icon size={18} stroke={1.7} />}
        </span>
        <span>
          <span className={styles.name}>{sayWords(definition.words.name)}</span>
          <span className={styles.description}>{sayWords(definition.words.description)}</span>
        </span>
      </div>
    </>
  )
}
