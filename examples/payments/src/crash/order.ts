/** An account of the API, by its secret key. */
export interface Shop {
  readonly apiKey: string;
  /** The charges that were acknowledged, for captures and refunds. */
  readonly charges: { readonly id: string; readonly amount: number }[];
}

export type Kind = "customer" | "charge" | "authorization" | "decline" | "capture" | "refund";

/** What a client saw. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly version: string | null;
  readonly replayed: boolean;
}

/** One thing that a client wants done once, however often it has to ask. */
export interface Order {
  readonly kind: Kind;
  readonly shop: Shop;
  /** Names it: its idempotency key, if it has one, and in the metadata of what it makes. */
  readonly marker: string;
  readonly keyed: boolean;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** What came first; whatever comes with the same key later must be the same. */
  answer?: Answer;
}

/** An order that was acknowledged. */
export type Answered = Order & { readonly answer: Answer };

export const isAnswered = (order: Order): order is Answered => order.answer !== undefined;

/** Whether it was done: a decline is an answer to a charge that is kept. */
export function isDone({ kind, answer }: Order): boolean {
  return answer !== undefined && answer.status === (kind === "decline" ? 402 : 200);
}

/** The object that was made, by its id; a declined charge's is in the error. */
export function madeId({ kind, answer }: Answered): string {
  const body = JSON.parse(answer.body);
  return kind === "decline" ? body.error.charge : body.id;
}

/** How much of an answer a report shows, in characters. */
const SHOWN = 300;

/** Names an order in a report: enough to find it in a database. */
export function named({ kind, marker, shop, path, answer }: Order): string {
  const outcome = answer ? `${answer.status} ${answer.body.slice(0, SHOWN)}` : "not answered";
  return `${kind} ${marker} of ${shop.apiKey} (POST ${path}): ${outcome}`;
}
