/** True where a key belongs to what is being typed, or to an open panel over the page. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest(
      'input:not([type="checkbox"]), textarea, select, [role="textbox"], [role="dialog"], [role="menu"]',
    ) !== null
  )
}
