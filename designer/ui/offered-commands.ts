import { useEffect, useRef, useSyncExternalStore } from 'react'

/** Something that the open page can do, by its name. */
export interface OfferedCommand {
  readonly id: string
  readonly label: string
  /** Printed beside it: « Ctrl D ». */
  readonly shortcut?: string
  readonly run: () => void
}

interface Offer {
  readonly group: string
  readonly list: () => readonly OfferedCommand[]
}

let offers: readonly Offer[] = []
const listeners = new Set<() => void>()

function change(next: readonly Offer[]): void {
  offers = next
  for (const tell of listeners) tell()
}

/** Offers commands in the search and command panel as long as the page is open; asked for each time it is shown. */
export function useOffer(group: string, list: () => readonly OfferedCommand[]): void {
  const latest = useRef(list)
  latest.current = list
  useEffect(() => {
    const offer: Offer = { group, list: () => latest.current() }
    change([...offers, offer])
    return () => change(offers.filter((one) => one !== offer))
  }, [group])
}

/** What the open page offers. */
export function useOffers(): readonly Offer[] {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => offers,
  )
}
