/** A key that makes a repeated request harmless. Unlike `randomUUID`, it also works on a plain-HTTP address. */
export function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
