import {
  aCharge,
  aDispute,
  done,
  itemsOf,
  pick,
  type Shown,
  setDispute,
} from "../arrange.fixture.js";
import type { GateSpecs, Stand } from "../gate-spec.fixture.js";

/** How a dispute shows the movements of money that it caused: as one, or as a list. */
interface Moved {
  readonly balance_transaction?: string;
  readonly balance_transactions?: readonly Shown[];
}

/** The status of a dispute in each of some states. */
async function statuses(stand: Stand, ...states: string[]): Promise<unknown> {
  const { today, here, payments } = stand;
  const { dispute } = await aDispute(today);
  const seen: unknown[] = [];
  for (const status of states) {
    await setDispute(payments, dispute, { status });
    seen.push((await done(here, "disputes.retrieve", { dispute })).status);
  }
  return seen;
}

/** Some fields of a dispute with its evidence sent in words. */
async function withEvidence(stand: Stand, ...names: string[]) {
  const { today, here, payments } = stand;
  const { dispute } = await aDispute(today);
  const { evidence, evidence_details } = await done(today, "disputes.retrieve", { dispute });
  await setDispute(payments, dispute, {
    evidence: { ...evidence, uncategorized_text: "They got it.", receipt: "file_1" },
    evidence_details: { ...evidence_details, due_by: 1_900_000_000, submission_count: 1 },
  });
  return pick(await done(here, "disputes.retrieve", { dispute }), ...names);
}

/** Gates of disputes and of the balance. */
export const disputeGates: GateSpecs = {
  dispute_lacks_warning_statuses: {
    look: (stand) =>
      statuses(
        stand,
        "warning_needs_response",
        "warning_under_review",
        "charge_refunded",
        "needs_response",
        "under_review",
        "won",
        "lost",
      ),
    before: [
      "needs_response",
      "under_review",
      "lost",
      "needs_response",
      "under_review",
      "won",
      "lost",
    ],
    after: [
      "warning_needs_response",
      "warning_under_review",
      "charge_refunded",
      "needs_response",
      "under_review",
      "won",
      "lost",
    ],
  },
  dispute_lacks_warning_closed: {
    look: (stand) => statuses(stand, "warning_closed", "warning_under_review", "won"),
    before: ["warning_under_review", "warning_under_review", "won"],
    after: ["warning_closed", "warning_under_review", "won"],
  },
  refunded_dispute_is_not_won: {
    look: async ({ today, here, payments }) => {
      // An inquiry lets its charge be refunded.
      const source = "tok_createDisputeInquiry";
      const [refunded, kept] = [await aDispute(today, source), await aDispute(today, source)];
      await done(today, "refunds.create", { charge: refunded.charge });
      const seen: unknown[] = [];
      for (const { dispute, charge } of [refunded, kept]) {
        for (const status of ["won", "lost"]) {
          await setDispute(payments, dispute, { status });
          seen.push((await done(here, "disputes.retrieve", { dispute })).status);
        }
        const expand = ["dispute"];
        const within = await done(today, "charges.retrieve", { charge, expand });
        seen.push(within.dispute?.status);
      }
      return seen;
    },
    before: ["charge_refunded", "lost", "lost", "won", "lost", "lost"],
    after: ["won", "lost", "lost", "won", "lost", "lost"],
  },
  dispute_has_balance_transaction: {
    look: async ({ today, here }) => {
      const { charge, dispute } = await aDispute(today);
      const inquiry = await aDispute(today, "tok_createDisputeInquiry");
      const { data } = await done<{ readonly data: readonly [Shown] }>(
        today,
        "balance_transactions.list",
        { source: dispute },
      );
      const { balance_transaction: one, balance_transactions: all } = await done<Moved>(
        here,
        "disputes.retrieve",
        { dispute },
      );
      const bare = await done(here, "disputes.retrieve", { dispute: inquiry.dispute });
      return [
        one === data[0].id,
        all && [all.length, all[0]?.object, all[0]?.id === data[0].id],
        pick(bare, "balance_transaction", "balance_transactions"),
        (await done<{ charge: string }>(here, "disputes.retrieve", { dispute })).charge === charge,
      ];
    },
    before: [true, undefined, { balance_transaction: null }, true],
    after: [false, [1, "balance_transaction", true], { balance_transactions: [] }, true],
  },
  dispute_evidence_is_text: {
    look: async (stand) => {
      const { evidence } = await withEvidence(stand, "evidence");
      return typeof evidence === "string"
        ? evidence
        : pick(evidence as Record<string, unknown>, "uncategorized_text", "receipt");
    },
    before: "They got it.",
    after: { uncategorized_text: "They got it.", receipt: "file_1" },
  },
  dispute_has_evidence_due_by: {
    look: async (stand) => {
      const { evidence_due_by, evidence_details } = await withEvidence(
        stand,
        "evidence_due_by",
        "evidence_details",
      );
      const details = evidence_details as Record<string, unknown> | undefined;
      return [evidence_due_by, details && pick(details, "due_by", "submission_count")];
    },
    before: [1_900_000_000, undefined],
    after: [undefined, { due_by: 1_900_000_000, submission_count: 1 }],
  },
  balance_transaction_has_sourced_transfers: {
    look: async ({ today, here }) => {
      const { balance_transaction: id } = await aCharge(today);
      const one = await done(here, "balance_transactions.retrieve", { id });
      const { sourced_transfers: list } = one;
      return list && pick(list, "object", "has_more", "data");
    },
    before: { object: "list", has_more: false, data: [] },
    after: undefined,
  },
  balance_transaction_source_is_charge: {
    look: async ({ today, here }) => {
      const { charge, dispute } = await aDispute(today);
      const { id: plain } = await aCharge(today);
      const { id: refund } = await done(today, "refunds.create", { charge: plain });
      const names = new Map<unknown, string>([
        [charge, "disputed charge"],
        [dispute, "dispute"],
        [plain, "charge"],
        [refund, "refund"],
      ]);
      const shown = itemsOf(await done(here, "balance_transactions.list"));
      const found = await done(here, "balance_transactions.list", { source: plain });
      const expand = ["source"];
      const [newest] = shown;
      const expanded = await done(here, "balance_transactions.retrieve", {
        id: newest?.id,
        expand,
      });
      return {
        sources: shown.map((one) => names.get(one.source)),
        ofCharge: itemsOf(found).map((one) => one.type),
        expanded: expanded.source?.object,
      };
    },
    before: {
      sources: ["charge", "charge", "disputed charge", "disputed charge"],
      ofCharge: ["refund", "charge"],
      expanded: "charge",
    },
    after: {
      sources: ["refund", "charge", "dispute", "disputed charge"],
      ofCharge: ["charge"],
      expanded: "refund",
    },
  },
  balance_history_takes_transfer: {
    look: async ({ here }) => {
      const asked = async (name: string) => {
        const { status, body } = await here.call("balance.history.list", { [name]: "po_1" });
        return [status, body.error?.param];
      };
      return [await asked("transfer"), await asked("payout")];
    },
    before: [
      [404, "transfer"],
      [400, "payout"],
    ],
    after: [
      [400, "transfer"],
      [404, "payout"],
    ],
  },
};
