import type { StorybookConfig } from '@storybook/react-vite'

/** Stories lie beside what they show: a node's in its folder, a panel's in `panels/`. Nothing is sent or looked up. */
const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: [
    '../canvas/**/*.stories.tsx',
    '../comments/**/*.stories.tsx',
    '../panels/**/*.stories.tsx',
    '../../nodes/*/*.stories.tsx',
  ],
  addons: ['@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: false },
  viteFinal: (vite) => ({ ...vite, server: { ...vite.server, proxy: {} } }),
}

export default config
