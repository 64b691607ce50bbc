import type { RateTable } from './rate-table.ts'

/** What a new installation starts with; what was not compared with its publication says so. */
export const initialRates: RateTable = {
  refinancing: [
    { from: '2024-07-01', value: 425, checked: true },
    { from: '2025-01-01', value: 315, checked: false },
    { from: '2025-07-01', value: 215, checked: false },
    { from: '2026-01-01', value: 215, checked: false },
  ],
  legal: [
    { from: '2024-07-01', value: 492, checked: true },
    { from: '2025-01-01', value: 371, checked: true },
    { from: '2025-07-01', value: 276, checked: true },
    { from: '2026-01-01', value: 262, checked: true },
  ],
  indemnity: [{ from: '2013-01-01', value: 4_000, checked: true }],
}
