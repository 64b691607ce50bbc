import { useLocalStorage } from '@mantine/hooks'
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { useRoute } from './queries.ts'

/** The legal entity in view: the address says it, else what this browser kept; undefined means all of them. */
export function useEntity() {
  const [parameters, setParameters] = useSearchParams()
  const [kept, keep] = useLocalStorage({ key: 'relance.entity', defaultValue: '', getInitialValueInEffect: false })
  const { data } = useRoute('entities', {})
  const entities = data?.items ?? []
  const asked = parameters.get('entity') ?? kept
  const current = entities.find(({ code }) => code === asked)
  const select = useCallback(
    (code: string) => {
      keep(code)
      setParameters((before) => {
        const after = new URLSearchParams(before)
        after.delete('entity')
        after.delete('page')
        return after
      })
    },
    [keep, setParameters],
  )
  return { entities, current, code: current?.code, select }
}

/** The zone in which dates are told: the entity's in view, else that of the first one, else this computer's. */
export function useZone(): string {
  const { entities, current } = useEntity()
  return current?.zone ?? entities[0]?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}
