/** What every stored record has: an id, and whose it is. All reads are held to `account` and `livemode`. */
export interface OwnedRecord {
  readonly id: string;
  /** The account that owns the record. Never shown. */
  readonly account: string;
  readonly livemode: boolean;
}

/** Free key and value text that callers attach to a record. */
export type Metadata = Readonly<Record<string, string>>;
