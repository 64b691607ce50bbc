import { createBrowserRouter, type RouteObject } from 'react-router'
import { Crash } from './crash.tsx'
import { Shell } from './shell.tsx'

const pages: RouteObject[] = []

/** One address per object; each page is a file of its own on the wire. */
export const router = createBrowserRouter([
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: Crash,
    HydrateFallback: () => null,
    children: [{ ErrorBoundary: Crash, children: pages }],
  },
])
