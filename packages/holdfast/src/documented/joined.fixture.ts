import { field, joined, param, t, wasOfType } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const person = resourceOf("person", {
  // #region fields of person
  languages: t.list(t.string()).describe("What they speak."),
  // #endregion
});
const updatePerson = taking("persons.update", {
  // #region params of persons.update
  languages: t.list(t.string()).optional().describe("What they speak."),
  // #endregion
});

const both = { languages: ["en", "de"] };

// #region what was before
const wasText = wasOfType(t.string().optional().describe("What they speak."), joined(", "));
// #endregion
export default example(
  {
    person_languages_are_text: [
      // #region gate
      field(person, "languages", wasText),
      param(updatePerson, "languages", wasText),
      // #endregion
    ],
  },
  [
    shows(person, both, both, { languages: "en, de" }),
    takes(updatePerson, [both, both], [{ languages: "en, de" }, both]),
  ],
);
