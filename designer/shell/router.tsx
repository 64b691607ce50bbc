import { createBrowserRouter } from 'react-router'
import { Crash } from './crash.tsx'
import { Shell } from './shell.tsx'

/** One address per object; each page is a file of its own on the wire. */
export const router = createBrowserRouter([
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: Crash,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: Crash,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('../pages/today/today.tsx')).Today }) },
          { path: 'calls/:id?', lazy: async () => ({ Component: (await import('../pages/calls/calls.tsx')).Calls }) },
          {
            path: 'customers',
            lazy: async () => ({ Component: (await import('../pages/customers/customers.tsx')).Customers }),
          },
          {
            path: 'customers/:id',
            lazy: async () => ({ Component: (await import('../pages/customers/customer.tsx')).Customer }),
          },
          {
            path: 'invoices',
            lazy: async () => ({ Component: (await import('../pages/invoices/invoices.tsx')).Invoices }),
          },
          {
            path: 'invoices/:id',
            lazy: async () => ({ Component: (await import('../pages/invoices/invoice.tsx')).Invoice }),
          },
          {
            path: 'payments',
            lazy: async () => ({ Component: (await import('../pages/payments/payments.tsx')).Payments }),
          },
          {
            path: 'scenarios',
            lazy: async () => ({ Component: (await import('../pages/scenarios/scenarios.tsx')).Scenarios }),
          },
          {
            path: 'messages/:id?',
            lazy: async () => ({ Component: (await import('../pages/messages/messages.tsx')).Messages }),
          },
          { path: 'import', lazy: async () => ({ Component: (await import('../pages/import/import.tsx')).Import }) },
        ],
      },
    ],
  },
])
