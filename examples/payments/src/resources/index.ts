import { balance } from "./balance.js";
import { balanceSource, balanceTransaction } from "./balance-transaction.js";
import { bankAccount } from "./bank-account.js";
import { card } from "./card.js";
import { charge, rule } from "./charge.js";
import { customer, customerRecord, deletedCustomer } from "./customer.js";
import { deletedSource } from "./deleted-source.js";
import { dispute } from "./dispute.js";
import { event } from "./event.js";
import { paymentSource } from "./payment-source.js";
import { refund } from "./refund.js";
import { token } from "./token.js";
import { subscription, taxId, transfer } from "./unsold.js";

/** Everything that the payments API gives back. */
export const resources = [
  balance,
  balanceSource,
  balanceTransaction,
  bankAccount,
  card,
  charge,
  customer,
  customerRecord,
  deletedCustomer,
  deletedSource,
  dispute,
  event,
  paymentSource,
  refund,
  rule,
  subscription,
  taxId,
  token,
  transfer,
];
