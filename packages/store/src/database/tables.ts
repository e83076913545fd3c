import type { KeyKind, Mode } from "holdfast";

/** The store's tables. Times are milliseconds since 1970; lists are JSON text. */
export interface StoreTables {
  holdfast_settings: {
    name: string;
    value: string;
  };
  holdfast_accounts: {
    id: string;
    pin: string | null;
    created_at: number;
  };
  holdfast_pin_changes: {
    account_id: string;
    /** 1 for an account's first change, and so on. */
    position: number;
    changed_at: number;
    who: string;
    from_version: string | null;
    to_version: string;
  };
  holdfast_gate_exceptions: {
    account_id: string;
    gate: string;
    effect: GateEffect;
    changed_at: number;
    who: string;
  };
  holdfast_keys: {
    id: string;
    account_id: string;
    kind: KeyKind;
    mode: Mode;
    /** HMAC-SHA-256 of the key's text with the store's pepper, in hexadecimal. */
    hash: string;
    prefix: string;
    last_four: string;
    pin: string | null;
    permissions: string | null;
    created_at: number;
    expires_at: number | null;
    revoked_at: number | null;
  };
  holdfast_answers: {
    scope: string;
    idempotency_key: string;
    fingerprint: string;
    status: number;
    headers: string;
    body: string;
    expires_at: number;
  };
  holdfast_processes: {
    id: string;
    versions: string;
    seen_at: number;
  };
  holdfast_activated_versions: {
    version: string;
    activated_at: number;
  };
}

/** Whether an account has a gate that its version lacks, or lacks one that its version has. */
export type GateEffect = "granted" | "revoked";
