import type { Locale } from '@relance/sdk/words'
import Handlebars, { type HelperOptions } from 'handlebars'
import { templateLimits } from './check-template.ts'
import { type DateStyle, formatDate, formatDays, formatMoney, formatPlural } from './format.ts'

const helperNames = ['if', 'unless', 'each', 'money', 'date', 'days', 'plural']

/** A Handlebars that knows the helpers of the list and no other; the locale comes as `@locale`. */
function createEngine(): typeof Handlebars {
  const engine = Handlebars.create()
  for (const name of Object.keys(engine.helpers)) if (!helperNames.includes(name)) engine.unregisterHelper(name)
  engine.registerHelper('each', boundEach(engine.helpers.each!))
  engine.registerHelper('money', (amount: number, currency: string, options: HelperOptions) =>
    formatMoney(amount, { currency, locale: localeOf(options) }),
  )
  engine.registerHelper('date', (date: string, style: DateStyle | HelperOptions, options?: HelperOptions) =>
    typeof style === 'string'
      ? formatDate(date, { style, locale: localeOf(options!) })
      : formatDate(date, { style: 'long', locale: localeOf(style) }),
  )
  engine.registerHelper('days', (days: number, options: HelperOptions) => formatDays(days, localeOf(options)))
  engine.registerHelper('plural', (count: number, one: string, many: string, options: HelperOptions) =>
    formatPlural(count, { one, many, locale: localeOf(options) }),
  )
  return engine
}

function localeOf(options: HelperOptions): Locale {
  return options.data.locale
}

/** Stops a loop whose text grows past any letter. */
function boundEach(each: Handlebars.HelperDelegate): Handlebars.HelperDelegate {
  return function (this: unknown, list: unknown, options: HelperOptions) {
    let length = 0
    const fn: HelperOptions['fn'] = (context, runtime) => {
      const text = options.fn(context, runtime)
      length += text.length
      if (length > templateLimits.output) throw new RangeError('too-long')
      return text
    }
    return each.call(this, list, { ...options, fn })
  }
}

const engine = createEngine()

export type Renderer = (view: object, locale: Locale) => string

/** Compiles checked source; values are escaped in HTML, not in plain text. Throws on a name that the view lacks. */
export function compileTemplate(source: string, { html }: { html: boolean }): Renderer {
  const template = engine.compile(source, {
    strict: true,
    noEscape: !html,
    knownHelpers: Object.fromEntries(helperNames.map((name) => [name, true])) as never,
    knownHelpersOnly: true,
  })
  return (view, locale) => template(view, { data: { locale } })
}
