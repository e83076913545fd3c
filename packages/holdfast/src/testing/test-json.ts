/**
 * Any JSON, as a test reads it. What a body holds depends on the version, which no type knows: so
 * each member may be missing, and is walked to with `?.`; a list is also mapped, spread and counted.
 * What stands at the end is for an expectation to judge: it goes nowhere that asks for a text or a
 * number. A member that has the name of a list's method is read by naming the body's type.
 *
 * @example
 * const { body } = await old.call("charges.list");
 * expect(body.data?.map((charge) => charge.card?.last4)).toEqual(["4242"]);
 */
export type TestJson = { readonly [member: string]: TestJson | undefined } & readonly TestJson[];
