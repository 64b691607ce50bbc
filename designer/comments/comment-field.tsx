import { Button, Combobox, Group, Stack, Textarea, useCombobox } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useRoute } from '../client/queries.ts'
import { useWords } from '../i18n/words.ts'
import { commentsWords } from '../words/comments.ts'
import { type NameUnderWay, namesFor, nameUnderWay, withName } from './name-under-way.ts'

interface Props {
  readonly label: string
  readonly send: string
  /** Sends the text; true once it is kept, then the field is empty again. */
  readonly onSend: (text: string) => Promise<boolean>
}

/** A comment being written; after an @ it offers the colleagues. Ctrl or ⌘ with Enter sends. */
export function CommentField({ label, send, onSend }: Props) {
  const say = useWords(commentsWords)
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const naming = useNaming(text, setText)
  const submit = async () => {
    if (text.trim() === '' || sending) return
    setSending(true)
    if (await onSend(text.trim())) setText('')
    setSending(false)
  }
  const hear = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
  }
  return (
    <Stack gap={6}>
      <Combobox store={naming.combobox} onOptionSubmit={naming.choose} position="bottom-start" withinPortal={false}>
        <Combobox.Target>
          <Textarea
            ref={naming.field}
            aria-label={label}
            placeholder={say('placeholder')}
            value={text}
            maxLength={2_000}
            autosize
            minRows={2}
            maxRows={8}
            onChange={({ currentTarget }) => {
              setText(currentTarget.value)
              naming.look(currentTarget.value, currentTarget.selectionStart)
            }}
            onBlur={() => naming.combobox.closeDropdown()}
            onKeyDown={hear}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={naming.names.length === 0}>
          <Combobox.Options aria-label={say('colleagues')}>
            {naming.names.map((name) => (
              <Combobox.Option key={name} value={name}>
                {name}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <Group justify="flex-end">
        <Button
          size="xs"
          variant="default"
          loading={sending}
          disabled={text.trim() === ''}
          onClick={() => void submit()}
        >
          {send}
        </Button>
      </Group>
    </Stack>
  )
}

/** The colleagues offered while a name is typed, and the name put into the text. */
function useNaming(text: string, setText: (text: string) => void) {
  const combobox = useCombobox()
  const field = useRef<HTMLTextAreaElement>(null)
  const [under, setUnder] = useState<NameUnderWay | null>(null)
  const { data } = useRoute('colleagues', {}, { enabled: under !== null })
  const known = data?.items.map(({ name }) => name) ?? []
  const names = under === null ? [] : namesFor(under.typed, { names: known })
  return {
    combobox,
    field,
    names,
    look(typed: string, caret: number) {
      const next = nameUnderWay(typed, { caret })
      setUnder(next)
      if (next === null) return combobox.closeDropdown()
      combobox.openDropdown()
      combobox.resetSelectedOption()
    },
    choose(name: string) {
      if (under === null) return
      const named = withName(text, { ...under, name })
      setText(named.text)
      setUnder(null)
      combobox.closeDropdown()
      requestAnimationFrame(() => field.current?.setSelectionRange(named.caret, named.caret))
    },
  }
}
