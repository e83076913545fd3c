import {
  type CreateChargeInput,
  createCharge,
  createContext,
  DomainFailure,
  type PaymentsDatabase,
  type PaymentsTables,
  type SourceInput,
} from "@holdfast/example-payments/domain/index";
import type { ChargeRecord } from "@holdfast/example-payments/records/index";
import type { World } from "@holdfast/example-payments/services";
import type { Store } from "@holdfast/store";
import type { Credential } from "holdfast";

/** A request that a peer refuses. */
export class Refusal extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

type Charged = { readonly charge: ChargeRecord } | { readonly refusal: DomainFailure };

/** What every peer does alike: the payments server's own store, operation and transaction. */
export class ChargeWork {
  readonly #store: Store;
  readonly #world: World;
  readonly #transactor;

  constructor(store: Store, world: World) {
    this.#store = store;
    this.#world = world;
    this.#transactor = store.transactor<PaymentsTables>((db) => ({ db }));
  }

  /** Whose key it is, and the pin. */
  async authenticate(authorization: string | undefined): Promise<Credential> {
    const key = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/.exec(authorization ?? "")?.[1];
    const credential = key === undefined ? null : await this.#store.authenticate(key);
    if (credential === null) throw new Refusal(401, "You did not provide a key that is known.");
    if (credential.kind !== "secret") throw new Refusal(403, "It takes a secret key.");
    return credential;
  }

  /** The charge as the newest version shows it. */
  async charge(credential: Credential, id: string, input: CreateChargeInput): Promise<object> {
    const context = createContext({
      account: credential.account.id,
      livemode: credential.mode === "live",
      pepper: this.#world.pepper,
      now: this.#world.now,
      request: { id, idempotency_key: null },
      api_version: credential.account.pin,
    });
    const source = withObject(input.source);
    const charged = await this.#transactor.write<Charged>(async ({ services }) => {
      const { db } = services as { readonly db: PaymentsDatabase };
      try {
        return { charge: await createCharge(db, context, { ...input, source }) };
      } catch (problem) {
        if (problem instanceof DomainFailure && problem.keepsWrites) return { refusal: problem };
        throw problem;
      }
    });
    if ("refusal" in charged) throw charged.refusal;
    return { ...charged.charge, object: "charge", application_fee: null };
  }
}

/** Headers that every answer has. */
export function answerHeaders(id: string, { pin, account }: Credential): Record<string, string> {
  return {
    "request-id": id,
    "cache-control": "no-store",
    "stripe-version": pin ?? account.pin ?? "",
  };
}

/** The status and the body of an error. */
export function errorAnswer(problem: unknown): { readonly status: number; readonly body: object } {
  if (problem instanceof DomainFailure) {
    const { failure, message } = problem;
    return { status: statusOf(problem), body: { error: { ...failure, message } } };
  }
  const { statusCode = 500, message = "" } = problem as Partial<Refusal>;
  const said = statusCode < 500 ? message : "Something went wrong.";
  return { status: statusCode, body: { error: { message: said } } };
}

/** Details are a card's unless they say otherwise. */
function withObject(source: SourceInput | undefined): SourceInput | undefined {
  if (typeof source !== "object") return source;
  return { ...source, object: source.object ?? "card" } as SourceInput;
}

function statusOf({ failure }: DomainFailure): number {
  if (failure.kind === "resource_missing") return 404;
  return failure.kind === "invalid" ? 400 : 402;
}
