/** Words as numbers, in the order in which they are first met. */
export class Dictionary {
  readonly names: string[] = []
  readonly #places = new Map<string, number>()

  of(name: string): number {
    let place = this.#places.get(name)
    if (place === undefined) {
      place = this.names.push(name) - 1
      this.#places.set(name, place)
    }
    return place
  }
}
