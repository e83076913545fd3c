import type { KyselyPlugin, RootOperationNode } from "kysely";
import { StoreError } from "../errors.js";

const reads: ReadonlySet<RootOperationNode["kind"]> = new Set(["SelectQueryNode", "RawNode"]);

/**
 * Refuses queries that write, so that a read that writes fails on PostgreSQL too, where the
 * connection would allow it. Raw SQL is not looked into.
 */
export const readOnly: KyselyPlugin = {
  transformQuery({ node }) {
    if (!reads.has(node.kind)) {
      throw new StoreError(
        "written_in_a_read",
        "This unit of work was opened to read, and may not write: open it with write().",
      );
    }
    return node;
  },
  async transformResult({ result }) {
    return result;
  },
};
