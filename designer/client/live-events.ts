import type { serverEventSchema } from '@relance/runtime/contract/portfolio'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { z } from 'zod'
import { refresh, staleBy, type Topic } from './queries.ts'

type ServerEvent = z.infer<typeof serverEventSchema>

/** Changes are gathered for this long, so that an import of thousands of lines refreshes a page a few times only. */
const gatherMs = 400

function topicOf(data: unknown): Topic | undefined {
  try {
    const { topic } = JSON.parse(String(data)) as ServerEvent
    return Object.hasOwn(staleBy, topic) ? topic : undefined
  } catch {
    return undefined
  }
}

/** Listens to `/api/events` while mounted and refreshes what changed, by whomever. The browser reconnects by itself. */
export function useLiveEvents(): void {
  const client = useQueryClient()
  useEffect(() => {
    const source = new EventSource('/api/events')
    const changed = new Set<Topic>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      timer = undefined
      refresh(client, [...changed])
      changed.clear()
    }
    const hear = ({ data }: MessageEvent) => {
      const topic = topicOf(data)
      if (topic === undefined) return
      changed.add(topic)
      timer ??= setTimeout(flush, gatherMs)
    }
    source.addEventListener('message', hear)
    for (const topic of Object.keys(staleBy)) source.addEventListener(topic, hear)
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [client])
}
