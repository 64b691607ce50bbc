import type { z } from 'zod'
import type { Condition } from './condition.ts'
import type { Confirmation, Contact } from './contact.ts'
import type {} from './field-meta.ts'
import type { Moment } from './moment.ts'
import type { Words } from './words.ts'

/** An end of a step to which a line may be drawn. */
export interface Outcome<P extends string = string> {
  readonly port: P
  readonly words: Words
}

/** Text that a step needs, checked at publish in every language of the scenario's customers. */
export interface TemplateUse {
  readonly medium: Medium
  readonly template: string
}

export const media = ['email', 'sms', 'letter', 'voice', 'call'] as const
export type Medium = (typeof media)[number]

interface NodeBase<S extends z.ZodObject> {
  /** Kebab-case, equal to the folder's name; unique. */
  readonly kind: string
  /** Raised when the meaning of the settings changes. */
  readonly version: number
  readonly words: {
    readonly name: Words
    /** One line for the palette. */
    readonly description: Words
    /** The card's sentence for given settings, e.g. "Relance ferme à la comptabilité". */
    readonly sentence: (settings: z.output<S>) => Words
  }
  /** Where the palette shows it. */
  readonly group: 'time' | 'contact' | 'decision' | 'end'
  /** Every field carries `.meta({ words, help? , widget? })`: the schema yields the form. */
  readonly settings: S
}

/** Does one thing through its effect and leaves by an outcome. */
export interface ActNode<S extends z.ZodObject = z.ZodObject, P extends string = string> extends NodeBase<S> {
  readonly shape: 'act'
  readonly outcomes: readonly Outcome<P>[]
  /** The outcome assumed by the simulator, and by catch-up when a step is passed over. */
  readonly usual: P
  /** What reaches people, if anything: feeds the contact desk, the costs and the warnings. */
  readonly medium?: Medium
  /** Whom it reaches and how insistently; without it accounts payable, at level 1. */
  readonly contact?: (settings: z.output<S>) => Contact
  /** Whether a person lets its message leave; null leaves it to the scenario. Absent where a person acts anyway. */
  readonly confirmation?: (settings: z.output<S>) => Confirmation | null
  readonly templates?: (settings: z.output<S>) => readonly TemplateUse[]
  /** True where the law wants the due date passed (formal notice, penalties claimed). */
  readonly onlyWhenOverdue?: (settings: z.output<S>) => boolean
}

/** Rests until a date; leaves by its one port `next`. */
export interface WaitNode<S extends z.ZodObject = z.ZodObject> extends NodeBase<S> {
  readonly shape: 'wait'
  readonly moment: (settings: z.output<S>) => Moment
}

export interface Branch extends Outcome {
  readonly when: Condition
}

/** Asks for facts and leaves by the first branch that matches, else by `otherwise`. */
export interface ChooseNode<S extends z.ZodObject = z.ZodObject> extends NodeBase<S> {
  readonly shape: 'choose'
  readonly branches: (settings: z.output<S>) => readonly Branch[]
  readonly otherwise: Words
}

/** Ends the course. `closes` also ends the file (litigation, write-off); else it stays open and a payment is still awaited. */
export interface EndNode<S extends z.ZodObject = z.ZodObject> extends NodeBase<S> {
  readonly shape: 'end'
  readonly end: (settings: z.output<S>) => { readonly reason: string; readonly closes: boolean }
}

export type NodeDefinition =
  // biome-ignore lint/suspicious/noExplicitAny: a registry holds definitions of every settings type
  ActNode<any, any> | WaitNode<any> | ChooseNode<any> | EndNode<any>

export type Shape = NodeDefinition['shape']

/** The port of a wait, of a choose without a matching branch, and of an act that failed for good. */
export const nextPort = 'next'
export const otherwisePort = 'otherwise'
export const errorPort = 'error'

export function defineNode<S extends z.ZodObject, const P extends string>(definition: ActNode<S, P>): ActNode<S, P>
export function defineNode<S extends z.ZodObject>(definition: WaitNode<S>): WaitNode<S>
export function defineNode<S extends z.ZodObject>(definition: ChooseNode<S>): ChooseNode<S>
export function defineNode<S extends z.ZodObject>(definition: EndNode<S>): EndNode<S>
export function defineNode(definition: NodeDefinition): NodeDefinition {
  return definition
}

/** The ports that a node with these settings offers, in drawing order; `error` is offered by every act and may stay unwired. */
export function portsOf(definition: NodeDefinition, settings: unknown): readonly Outcome[] {
  switch (definition.shape) {
    case 'act':
      return [...definition.outcomes, { port: errorPort, words: { fr: 'échec', en: 'failed' } }]
    case 'wait':
      return [{ port: nextPort, words: { fr: 'ensuite', en: 'then' } }]
    case 'choose':
      return [...definition.branches(settings as never), { port: otherwisePort, words: definition.otherwise }]
    case 'end':
      return []
  }
}
