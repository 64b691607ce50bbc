import type { EventKind } from '../domain/event-kinds.ts'
import type { CourseNote, Note, Trace } from './file-activities.ts'

/** What a file has to write down, collected until the next call to the worker takes it along. */
export class FileTrace {
  private file: Pick<Trace, 'item' | 'scenario' | 'life'>
  private opening: boolean
  private notes: Note[] = []
  private acknowledged: string[] = []
  private course: CourseNote | null = null
  /** Entries written over the file's life: makes their ids. */
  written: number

  constructor(
    file: Pick<Trace, 'item' | 'scenario' | 'life'>,
    { opening, written }: { opening: boolean; written: number },
  ) {
    this.file = file
    this.opening = opening
    this.written = written
  }

  get isEmpty(): boolean {
    return this.notes.length === 0 && this.acknowledged.length === 0 && this.course === null
  }

  note(kind: EventKind, { at, node, values = {} }: { at: string; node: string | null; values?: Note['values'] }): void {
    this.notes.push({ n: this.written++, at, kind, node, values })
  }

  /** From now on the steps told of are those of another version; what came before must be written by then. */
  follow(scenario: string): void {
    this.file = { ...this.file, scenario }
  }

  acknowledge(event: string): void {
    this.acknowledged.push(event)
  }

  /** Where the file stands now, on top of what was to be written before. */
  stand(course: CourseNote): void {
    this.course = { ...this.course, ...course }
  }

  /** Hands everything over for writing. */
  take(): Trace {
    const { file, opening, notes, acknowledged, course } = this
    this.opening = false
    this.notes = []
    this.acknowledged = []
    this.course = null
    return { ...file, opening, notes, acknowledged, course }
  }

  /** Takes back what could not be written; writing an entry twice changes nothing. */
  restore(trace: Trace): void {
    this.opening ||= trace.opening
    this.notes = [...trace.notes, ...this.notes]
    this.acknowledged = [...trace.acknowledged, ...this.acknowledged]
    if (trace.course) this.course = { ...trace.course, ...this.course }
  }
}
