import { type Locale, locales } from '@relance/sdk/words'
import { InvalidArgumentError, Option } from 'commander'
import { localeOf } from '../config.ts'
import { say, scenarioWords } from './scenario-words.ts'

/** `--lang fr|en`, by default the terminal's language. */
export function langOption(): Option {
  const locale = localeOf()
  return new Option('--lang <lang>', scenarioWords.lang[locale]).default(locale).argParser((text): Locale => {
    if ((locales as readonly string[]).includes(text)) return text as Locale
    throw new InvalidArgumentError(say(scenarioWords.badLang, locale, { text }))
  })
}
