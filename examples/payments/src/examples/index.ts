import type { Example } from "@holdfast/docs/samples";
import { chargeExamples } from "./charges.js";
import { customerExamples } from "./customers.js";
import { errorExamples } from "./errors.js";
import { eventExamples } from "./events.js";
import { balanceExamples, disputeExamples, eventMethodExamples, tokenExamples } from "./others.js";
import { refundExamples } from "./refunds.js";
import { sourceExamples } from "./sources.js";

/** Every documented example of the payments API. */
export const examples: readonly Example[] = [
  ...chargeExamples,
  ...refundExamples,
  ...customerExamples,
  ...sourceExamples,
  ...tokenExamples,
  ...balanceExamples,
  ...disputeExamples,
  ...eventMethodExamples,
  ...eventExamples,
  ...errorExamples,
];
