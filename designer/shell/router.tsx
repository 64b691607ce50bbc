import type { ComponentType } from 'react'
import { createBrowserRouter } from 'react-router'
import { Crash } from './crash.tsx'
import { type RouteHandle, Shell } from './shell.tsx'

const full: RouteHandle = { full: true }

/** A page beyond the first comes with the styles of every component; the first brings only those that it shows. */
function page(load: () => Promise<ComponentType>) {
  return async () => {
    const [Component] = await Promise.all([load(), import('../theme/all-components.ts')])
    return { Component }
  }
}

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
          { path: 'calls/:id?', lazy: page(async () => (await import('../pages/calls/calls.tsx')).Calls) },
          { path: 'customers', lazy: page(async () => (await import('../pages/customers/customers.tsx')).Customers) },
          { path: 'customers/:id', lazy: page(async () => (await import('../pages/customers/customer.tsx')).Customer) },
          { path: 'invoices', lazy: page(async () => (await import('../pages/invoices/invoices.tsx')).Invoices) },
          { path: 'invoices/:id', lazy: page(async () => (await import('../pages/invoices/invoice.tsx')).Invoice) },
          { path: 'payments', lazy: page(async () => (await import('../pages/payments/payments.tsx')).Payments) },
          { path: 'scenarios', lazy: page(async () => (await import('../pages/scenarios/scenarios.tsx')).Scenarios) },
          {
            path: 'scenarios/:id',
            handle: full,
            lazy: page(async () => (await import('../pages/studio.tsx')).Studio),
          },
          {
            path: 'scenarios/:id/dossier',
            lazy: page(async () => (await import('../pages/studio/dossier.tsx')).DraftDossier),
          },
          {
            path: 'scenarios/:id/versions/:hash/dossier',
            lazy: page(async () => (await import('../pages/studio/dossier.tsx')).VersionDossier),
          },
          {
            path: 'scenarios/:id/versions/:hash',
            handle: full,
            lazy: page(async () => (await import('../pages/studio/published-studio.tsx')).PublishedStudio),
          },
          {
            path: 'scenarios/:id/simulation',
            lazy: page(async () => (await import('../pages/simulation/simulation.tsx')).Simulation),
          },
          { path: 'messages/:id?', lazy: page(async () => (await import('../pages/messages/messages.tsx')).Messages) },
          { path: 'rules', lazy: page(async () => (await import('../pages/rules/rules.tsx')).Rules) },
          { path: 'rates', lazy: page(async () => (await import('../pages/rates/rates.tsx')).Rates) },
          { path: 'import', lazy: page(async () => (await import('../pages/import/import.tsx')).Import) },
        ],
      },
    ],
  },
])
