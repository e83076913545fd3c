/**
 * What an application gives to `execute` and to loaders beside their params: its database, its
 * clock. Applications add to it by declaration merging.
 *
 * @example
 * declare module "holdfast" { interface Services { readonly db: Database } }
 */
// biome-ignore lint/suspicious/noEmptyInterface: applications merge their services into it
export interface Services {}
