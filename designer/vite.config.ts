import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The API behind `vite dev`; the built page is served by the API itself. */
const api = 'http://localhost:3000'

export default defineConfig({
  root: decodeURIComponent(new URL('.', import.meta.url).pathname),
  plugins: [react()],
  resolve: {
    alias: {
      '@rjsf/validator-ajv8': decodeURIComponent(new URL('panels/form/no-validator.ts', import.meta.url).pathname),
    },
  },
  build: {
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    // The page's policy forbids inline scripts, so module preloading relies on the browser alone.
    modulePreload: { polyfill: false },
  },
  // In parts, so that the holidays of all countries come only with a customer abroad.
  worker: { format: 'es' },
  server: { proxy: { '/api': api } },
})
