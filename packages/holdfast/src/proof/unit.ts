import type { Choices } from "./choices.js";
import type { ContractView } from "./contract-view.js";

/** One thing to prove, at one contract. */
export interface Unit {
  /** The same for units that need to be proven only once. */
  readonly key: string;
  /** What it is about: `charge (answer)`, `charges.create (request)`. */
  readonly subject: string;
  /** How many rounds go through the options at most, before the search begins. */
  readonly rounds: number;
  /** Whether random values are searched, too. */
  readonly searched: boolean;
  /** What is not proven to come back as it was, because a conversion declares a loss. */
  readonly lossy?: readonly string[];
  /** The same proof at another contract; undefined where there is nothing to prove. */
  at(view: ContractView): Unit | undefined;
  /** Makes up values and throws, a Violation where something does not hold. */
  check(choices: Choices): void | Promise<void>;
}
