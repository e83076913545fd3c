import { merged, partsJoined, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const person = resourceOf("person", {
  // #region fields of person
  name: t.string().describe("All names."),
  // #endregion
});
const createPerson = taking("persons.create", {
  // #region params of persons.create
  name: t.string().describe("All names."),
  // #endregion
});

const ada = { name: "Ada King" };

// #region what was before
const names = {
  first_name: t.string().describe("The first name."),
  last_name: t.string().describe("The last name."),
};
// #endregion
export default example(
  {
    person_has_two_names: [
      // #region gate
      merged(person, names, "name", partsJoined(" ")),
      merged(createPerson, names, "name", partsJoined(" "), { missing: { as: "" } }),
      // #endregion
    ],
  },
  [
    shows(person, ada, ada, { first_name: "Ada", last_name: "King" }),
    takes(createPerson, [ada, ada], [{ first_name: "Ada", last_name: "King" }, ada]),
  ],
);
