/** ISO 4217 codes of the moneys in use; tests, metals and funds left out. */
const codes = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY ' +
    'COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS ' +
    'INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP ' +
    'MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR ' +
    'SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV ' +
    'WST XAF XCD XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
)

/** All of them, in alphabetical order. */
export const currencies: readonly string[] = [...codes]

const withoutDecimals = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '))
const withThreeDecimals = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))
/** Moneys whose unit is so small that honest amounts run into thousands of millions. */
const smallUnits = new Set('COP IDR IRR KHR KRW LAK LBP MMK MNT PYG SYP TZS UGX UZS VND'.split(' '))

/** Whether `code` is an ISO 4217 currency in use, upper case. */
export function isCurrency(code: string): boolean {
  return codes.has(code)
}

/** Number of decimals of a currency: 0, 2 or 3 (ISO 4217). */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  if (withoutDecimals.has(currency)) return 0
  return withThreeDecimals.has(currency) ? 3 : 2
}

/** Largest believable amount of one item, in minor units: beyond ten thousand million units a file is misread. */
export function largestAmount(currency: string): number {
  return (smallUnits.has(currency) ? 1_000 : 1) * 10 ** (10 + Math.min(2, decimalsOf(currency)))
}
