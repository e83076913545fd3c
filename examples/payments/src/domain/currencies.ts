import { invalid } from "./failures.js";

/** The currencies that can be charged (ISO 4217), lower case. */
const CURRENCIES: ReadonlySet<string> = new Set(
  `aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd
   cad cdf chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq
   gyd hkd hnl htg huf idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd
   lsl mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk
   php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std szl thb tjs tnd top
   try ttd twd tzs uah ugx usd uyu uzs vnd vuv wst xaf xcd xof xpf yer zar zmw`.split(/\s+/),
);

/** Lower-cases a currency code; refuses one that cannot be charged. */
export function checkedCurrency(currency: string, param = "currency"): string {
  const code = currency.toLowerCase();
  if (CURRENCIES.has(code)) return code;
  throw invalid("invalid_currency", param, `'${currency}' is no currency that can be charged.`);
}
