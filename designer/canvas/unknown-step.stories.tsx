/** A step whose kind this program does not have: another version, an extension taken away. */
export default { title: 'Étapes/Type inconnu', args: { kind: 'fax-machine' } }

export const Kept = { name: 'Conservé tel quel', args: { wired: ['received', 'jammed'] } }
export const Named = {
  name: 'Avec son nom',
  args: { label: 'Fax au siège', wired: ['received'], problems: { severity: 'error', count: 1 } },
}
