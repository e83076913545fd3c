// What a linter of others has against a description.
import spectralCore from "@stoplight/spectral-core";
import rulesets from "@stoplight/spectral-rulesets";

const SEVERITIES = ["error", "warning", "information", "hint"];

/** The linter's findings with the rules that it recommends for OpenAPI. */
export async function lint(document) {
  const spectral = new spectralCore.Spectral();
  spectral.setRuleset({ extends: [rulesets.oas] });
  const found = await spectral.run(document);
  return found.map(({ code, message, path, severity }) => ({
    rule: String(code),
    severity: SEVERITIES[severity],
    message,
    at: path.join("/"),
  }));
}
