import { t } from "holdfast";

/** Fields that many resources have. */
export const created = t.timestamp().describe("When it was made.");
export const livemode = t
  .boolean()
  .describe("Whether it is real: true with live keys, false with test keys.");
export const metadata = t
  .map({ maxKeys: 50, maxKeyLength: 40, maxValueLength: 500 })
  .describe("Your own keys and values. An empty value removes its key.");
export const currency = t.string().describe("Three-letter ISO 4217 code, in lower case.");

/** A postal address, as it is shown. */
export const addressFields = {
  city: t.string().nullable().describe("City or town."),
  country: t.string().nullable().describe("Two-letter ISO 3166-1 code."),
  line1: t.string().nullable().describe("Street and number."),
  line2: t.string().nullable().describe("Flat or floor."),
  postal_code: t.string().nullable().describe("Postal code."),
  state: t.string().nullable().describe("State or county."),
};

/** Where goods go, as it is shown. */
export const shippingFields = {
  address: t.object(addressFields).describe("Where they go."),
  carrier: t.string().nullable().describe("Who brings them."),
  name: t.string().nullable().describe("Who receives them."),
  phone: t.string().nullable().describe("Phone number of whoever receives them."),
  tracking_number: t.string().nullable().describe("The carrier's number, to follow them by."),
};
