/**
 * Ten shades per colour, light to dark, drawn at even steps of OKLCH lightness so that the same shade of two colours
 * weighs the same. `accent` is the one colour of action; the others each have a meaning and never decorate.
 */
export const palettes = {
  accent: [
    '#f5f7ff',
    '#e7ecfe',
    '#d0dbff',
    '#b2c3ff',
    '#8fa6ff',
    '#6f88ff',
    '#576dea',
    '#4658ce',
    '#3846ab',
    '#2a3584',
  ],
  late: ['#fff5f3', '#ffe7e3', '#ffcfc8', '#ffaea3', '#ff8274', '#ef5c4f', '#d53d34', '#b92822', '#991c18', '#771411'],
  disputed: [
    '#fbf5ff',
    '#f7e6ff',
    '#efceff',
    '#e5acfe',
    '#d08cee',
    '#bb6ddc',
    '#a353c3',
    '#8b40aa',
    '#73318c',
    '#58256c',
  ],
  promised: [
    '#eefaff',
    '#d4f3ff',
    '#b2e6fb',
    '#88d2ef',
    '#5cbadd',
    '#27a2c9',
    '#0489ad',
    '#027291',
    '#015d77',
    '#00475b',
  ],
  paid: ['#eefcf0', '#daf5de', '#bceac4', '#97d8a4', '#72c284', '#4cab65', '#2c924c', '#137c3a', '#08652d', '#064d21'],
  confirm: [
    '#fff6eb',
    '#ffe9d1',
    '#fbd5aa',
    '#efbb7e',
    '#dc9e52',
    '#c8831d',
    '#aa6c03',
    '#8f5a03',
    '#754903',
    '#5a3700',
  ],
  gray: ['#f8fafe', '#f1f3f9', '#e5e8ed', '#d6d9df', '#b8bac0', '#909297', '#6c6f73', '#505257', '#36383c', '#202226'],
  dark: ['#e5e8ee', '#c8cad1', '#a2a5aa', '#7d8086', '#4b4d52', '#36383d', '#26282d', '#1c1e22', '#15171b', '#0f1015'],
} as const satisfies Record<
  string,
  readonly [string, string, string, string, string, string, string, string, string, string]
>

/** What a colour says. Always doubled by an icon or a word. */
export type Meaning = 'late' | 'disputed' | 'promised' | 'paid' | 'confirm' | 'accent' | 'gray'
export const meanings = [
  'late',
  'disputed',
  'promised',
  'paid',
  'confirm',
  'accent',
  'gray',
] as const satisfies readonly Meaning[]
