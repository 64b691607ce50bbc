import '@fontsource-variable/inter/wght.css'
import './theme/first-components.css'
import '@mantine/notifications/styles.layer.css'
import './theme/global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { Providers } from './shell/providers.tsx'
import { router } from './shell/router.tsx'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
)
