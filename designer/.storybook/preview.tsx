import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '../theme/global.css'
import { useMantineColorScheme } from '@mantine/core'
import type { Locale } from '@relance/sdk/words'
import type { Preview } from '@storybook/react-vite'
import { type ReactNode, useEffect } from 'react'
import { MemoryRouter } from 'react-router'
import { changeLocale } from '../i18n/i18n.ts'
import { Providers } from '../shell/providers.tsx'
import { NodeStory, type NodeStoryArgs } from './node-story.tsx'

function Scheme({ scheme, children }: { scheme: 'light' | 'dark'; children: ReactNode }) {
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => setColorScheme(scheme), [scheme, setColorScheme])
  return children
}

/** Stories run in the product's own theme and words. A story without a component is one state of a node kind. */
const preview: Preview = {
  globalTypes: {
    scheme: { toolbar: { title: 'Thème', icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true } },
    locale: { toolbar: { title: 'Langue', icon: 'globe', items: ['fr', 'en'], dynamicTitle: true } },
  },
  initialGlobals: { scheme: 'light', locale: 'fr' },
  parameters: { layout: 'centered', a11y: { test: 'error' }, controls: { disable: true } },
  decorators: [
    (Story, { globals }) => {
      changeLocale(globals.locale as Locale)
      return (
        <MemoryRouter>
          <Providers>
            <Scheme scheme={globals.scheme as 'light' | 'dark'}>
              <Story />
            </Scheme>
          </Providers>
        </MemoryRouter>
      )
    },
  ],
  render: (args) => <NodeStory {...(args as NodeStoryArgs)} />,
}

export default preview
