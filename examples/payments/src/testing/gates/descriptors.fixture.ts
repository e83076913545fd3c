import { aCharge, aCustomer, done, errorOf, pick } from "../arrange.fixture.js";
import type { GateSpecs, Stand } from "../gate-spec.fixture.js";

/** What a descriptor in the version's own name does, as it is created and as it is captured. */
async function descriptorOf(stand: Stand, text: string): Promise<unknown> {
  const { today, here, contract } = stand;
  const params = contract.methods.get("charges.create")?.params.fields;
  const name = params?.has("statement_description")
    ? "statement_description"
    : "statement_descriptor";
  const { id: customer } = await aCustomer(today);
  const made = await here.call("charges.create", {
    amount: 1000,
    currency: "usd",
    customer,
    [name]: text,
  });
  const { id: charge } = await aCharge(today, { capture: false });
  const captured = await here.call("charges.capture", { charge, [name]: text });
  return [made, captured].map((answer) =>
    answer.status === 200 ? answer.body.calculated_statement_descriptor : errorOf(answer).status,
  );
}

/** Gates of what stands on a cardholder's statement. */
export const descriptorGates: GateSpecs = {
  has_statement_description: {
    look: async (stand) => {
      const { today, here } = stand;
      const { id: customer } = await aCustomer(today);
      const tried = async (name: string) => {
        const params = { amount: 1000, currency: "usd", customer, [name]: "GREEN TEA" };
        const made = await here.call("charges.create", params);
        const { id: charge } = await aCharge(today, { capture: false });
        const captured = await here.call("charges.capture", { charge, [name]: "GREEN TEA" });
        return [made.status, captured.status, captured.body[name]];
      };
      const { id: charge } = await aCharge(today, { statement_descriptor: "TEA" });
      const read = await done(here, "charges.retrieve", { charge });
      return [
        pick(read, "statement_description", "statement_descriptor"),
        await tried("statement_description"),
        await tried("statement_descriptor"),
      ];
    },
    before: [{ statement_description: "TEA" }, [200, 200, "GREEN TEA"], [400, 400, undefined]],
    after: [{ statement_descriptor: "TEA" }, [400, 400, undefined], [200, 200, "GREEN TEA"]],
  },
  appends_statement_descriptor: {
    look: (stand) => descriptorOf(stand, "TEA"),
    before: ["HOLDFAST TEA", "HOLDFAST TEA"],
    after: ["TEA", "TEA"],
    newest: ["HOLDFAST* TEA", "HOLDFAST* TEA"],
  },
  charge_descriptor_is_full_text: {
    look: (stand) => descriptorOf(stand, "TEA"),
    before: ["TEA", "TEA"],
    after: ["HOLDFAST* TEA", "HOLDFAST* TEA"],
  },
  descriptor_takes_any_characters: {
    look: async (stand) => [
      await descriptorOf(stand, 'A"B'),
      await descriptorOf(stand, "A'B"),
      await descriptorOf(stand, "A*B"),
    ],
    before: [
      ['A"B', 'A"B'],
      ["A'B", "A'B"],
      ["A*B", "A*B"],
    ],
    after: [
      [400, 400],
      [400, 400],
      [400, 400],
    ],
    alone: [
      ['HOLDFAST* A"B', 'HOLDFAST* A"B'],
      ["HOLDFAST* A'B", "HOLDFAST* A'B"],
      ["HOLDFAST* A*B", "HOLDFAST* A*B"],
    ],
  },
};
