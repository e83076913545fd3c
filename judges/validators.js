// Whether descriptions are valid OpenAPI, in the eyes of two validators that share no code.
import { validate } from "@readme/openapi-parser";
import { Validator } from "@seriousme/openapi-schema-validator";

/** What each validator finds wrong with a description, by its name; empty lists where nothing. */
export async function invalid(document) {
  return {
    "openapi-schema-validator": await bySchema(structuredClone(document)),
    "openapi-parser": await byParser(structuredClone(document)),
  };
}

// It keeps the schema of OpenAPI compiled.
const validator = new Validator();

async function bySchema(document) {
  const { valid, errors } = await validator.validate(document);
  if (valid) return [];
  return typeof errors === "string" ? [errors] : (errors ?? ["it is not valid"]).map(shown);
}

async function byParser(document) {
  const { valid, errors = [] } = await validate(document);
  return valid ? [] : errors.map(({ message }) => message);
}

function shown({ instancePath, message, params }) {
  return `${instancePath} ${message} ${JSON.stringify(params)}`;
}
