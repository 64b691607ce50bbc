// Runs before the first paint, so that a dark or English page never flashes light or French. Apart from the page's
// policy against inline scripts, this would be three lines of index.html.
{
  const kept = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const scheme = kept('relance.theme') ?? 'auto'
  const dark = scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  document.documentElement.lang = kept('relance.locale') === 'en' ? 'en' : 'fr'
}
