import type { ReactNode } from 'react'

/** A column of a list. The first column names the object and carries its link. */
export interface Column<T> {
  readonly id: string
  readonly header: string
  readonly cell: (row: T) => ReactNode
  /** The name in plain text, for people who hear the page. */
  readonly text?: (row: T) => string
  readonly align?: 'right'
  /** The field by which the server sorts. */
  readonly sort?: string
  readonly width?: number
  /** Where it stands on a phone's card; left out of cards by default. */
  readonly card?: 'title' | 'end' | 'line' | 'foot'
}
