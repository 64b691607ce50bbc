import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { palettes } from './palettes.ts'
import { grounds, inks, schemeVariables } from './tokens.ts'

const colours = Object.fromEntries(
  Object.entries(palettes).map(([name, shades]) => [name, shades as unknown as MantineColorsTuple]),
)

/** One family, five sizes, a 4-pixel grid, one accent. */
export const theme = createTheme({
  fontFamily: "'Narrow Space', 'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.375rem' },
  lineHeights: { xs: '1.333', sm: '1.385', md: '1.43', lg: '1.5', xl: '1.27' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.27' },
      h2: { fontSize: '1rem', lineHeight: '1.5' },
      h3: { fontSize: '0.875rem', lineHeight: '1.43' },
    },
  },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  defaultRadius: 'sm',
  colors: colours,
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 7 },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right', comboboxProps: { shadow: 'md' } } },
    Textarea: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, fz: 'xs' } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Drawer: { defaultProps: { position: 'right', size: 'lg' } },
    Badge: { defaultProps: { variant: 'light', tt: 'none', fw: 500 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
  },
})

/** Puts the tokens of both schemes on the page; nothing else names a colour. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...schemeVariables('light'),
    '--mantine-color-body': grounds.light.page,
    '--mantine-color-text': inks.light.text,
    '--mantine-color-dimmed': inks.light.dimmed,
    '--mantine-color-placeholder': inks.light.dimmed,
    '--mantine-color-default-border': palettes.gray[3],
    '--mantine-color-error': palettes.late[7],
    '--mantine-color-anchor': palettes.accent[7],
  },
  dark: {
    ...schemeVariables('dark'),
    '--mantine-color-body': grounds.dark.page,
    '--mantine-color-text': inks.dark.text,
    '--mantine-color-dimmed': inks.dark.dimmed,
    '--mantine-color-placeholder': inks.dark.dimmed,
    '--mantine-color-default': grounds.dark.sunken,
    '--mantine-color-default-border': palettes.dark[4],
    '--mantine-color-error': palettes.late[3],
    '--mantine-color-anchor': palettes.accent[3],
  },
})
