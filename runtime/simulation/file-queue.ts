/** The files of one account in the order in which they go on: a heap of indexes whose times may change. Ties go by index. */
export class FileQueue {
  /** When each file goes on, in milliseconds; ∞ for never. */
  at = new Float64Array(0)
  #heap = new Int32Array(0)
  #place = new Int32Array(0)
  #size = 0

  /** Empties the queue and makes room for so many files. */
  reset(files: number): void {
    if (files > this.at.length) {
      const room = Math.max(files, this.at.length * 2, 64)
      this.at = new Float64Array(room)
      this.#heap = new Int32Array(room)
      this.#place = new Int32Array(room)
    }
    this.#size = 0
  }

  add(file: number, at: number): void {
    this.at[file] = at
    this.#rise(this.#size++, file)
  }

  /** The file that goes on first; there must be one. */
  first(): number {
    return this.#heap[0]!
  }

  move(file: number, at: number): void {
    const before = this.at[file]!
    if (at === before) return
    this.at[file] = at
    if (at < before) this.#rise(this.#place[file]!, file)
    else this.#sink(this.#place[file]!, file)
  }

  #isBefore(left: number, right: number): boolean {
    const first = this.at[left]!
    const second = this.at[right]!
    return first < second || (first === second && left < right)
  }

  #put(place: number, file: number): void {
    this.#heap[place] = file
    this.#place[file] = place
  }

  #rise(from: number, file: number): void {
    let place = from
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!this.#isBefore(file, this.#heap[parent]!)) break
      this.#put(place, this.#heap[parent]!)
      place = parent
    }
    this.#put(place, file)
  }

  #sink(from: number, file: number): void {
    let place = from
    for (;;) {
      let child = 2 * place + 1
      if (child >= this.#size) break
      if (child + 1 < this.#size && this.#isBefore(this.#heap[child + 1]!, this.#heap[child]!)) child++
      if (!this.#isBefore(this.#heap[child]!, file)) break
      this.#put(place, this.#heap[child]!)
      place = child
    }
    this.#put(place, file)
  }
}
