/** How files name the two languages of our words; those of other countries are addressed in English. */
export const languageSpellings: Readonly<Record<'fr' | 'en', string>> = {
  fr: 'français, french, fra, fre, fr-fr, fr-be, fr-ch',
  en: 'anglais, english, eng, en-gb, en-us, de, es, it, nl, pt, pl, allemand, espagnol, italien, german, spanish, italian, dutch',
}
