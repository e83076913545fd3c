import { field, param, partsJoined, splitInto, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const person = resourceOf("person", {
  // #region fields of person
  first_name: t.string().describe("The first name."),
  last_name: t.string().describe("The last name."),
  // #endregion
});
const createPerson = taking("persons.create", {
  // #region params of persons.create
  first_name: t.string().describe("The first name."),
  last_name: t.string().describe("The last name."),
  // #endregion
});

const ada = { first_name: "Ada", last_name: "King" };

// #region what was before
const both = t.string().describe("Both names.");
const wasName = splitInto(["first_name", "last_name"], partsJoined(" "), both);
// #endregion
export default example(
  {
    person_has_name: [
      // #region gate
      field(person, "name", wasName),
      param(createPerson, "name", wasName),
      // #endregion
    ],
  },
  [
    shows(person, ada, ada, { name: "Ada King" }),
    takes(createPerson, [ada, ada], [{ name: "Ada King" }, ada]),
  ],
);
