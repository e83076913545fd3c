import { describe, expect, it } from "vitest";
import { Lifelines } from "../compare/lifelines.js";
import { Describer } from "../model/describe.js";
import { oddApi } from "../model/odd-api.fixture.js";
import { noExamples, Samples } from "../samples/index.js";
import type { LiveVerb } from "./document.js";
import { liveData } from "./live.js";

const lifelines = new Lifelines(oddApi);
const describer = new Describer(oddApi, lifelines);
const samples = new Samples(oddApi, noExamples);

/** What a line of a live block shows at a version. */
function show(line: string, version = "2021-01-01") {
  const [verb = "", name, ...only] = line.split(" ");
  const part = { verb: verb as LiveVerb, name, only, at: { file: "a.md", line: 1 } };
  return liveData(part, { api: oddApi, described: describer.at(version), lifelines, samples });
}

describe("a live part", () => {
  it("shows what it names in the version's words", () => {
    const names = (line: string, version?: string) => {
      const data = show(line, version);
      return data.kind === "attributes" ? data.attributes.map(({ name }) => name) : data;
    };
    expect(names("params trees.plant kind place.row")).toEqual(["kind", "row"]);
    expect(names("params trees.plant kind place.row", "genesis")).toEqual(["species", "row"]);
    expect(names("attributes tree type old", "genesis")).toEqual(["sort", "old"]);
    expect(names("attributes tree type old")).toEqual(["type"]);
    expect(names("attributes felled when")).toEqual(["when"]);
    expect(show("values tree.type", "genesis")).toMatchObject({ called: "sort" });
    expect(show("values trees.plant.kind")).toMatchObject({
      kind: "values",
      values: [{ value: "oak" }, { value: "elm" }],
    });
    expect(show("errors trees.plant felled", "genesis")).toMatchObject({
      errors: [{ name: "felled", status: 400 }],
    });
    expect(show("errors * felled", "genesis")).toMatchObject({
      errors: [{ name: "felled", status: 409 }],
    });
    expect(show("events", "genesis")).toMatchObject({ events: [{ types: [{}, {}] }] });
  });

  it("says so where the version has nothing of it", () => {
    const note = (line: string, version?: string) => {
      const data = show(line, version);
      return data.kind === "note" ? data.markdown : data.kind;
    };
    expect(note("params trees.fell", "genesis")).toBe(
      "`trees.fell` is not there at version `genesis`. It came with `2020-01-01`.",
    );
    expect(note("values tree.owner")).toBe(
      "Version `2021-01-01` has nothing of this in `tree.owner`.",
    );
    expect(note("attributes tree old")).toBe("Version `2021-01-01` has nothing of this in `tree`.");
    expect(note("event tree.grew")).toMatch(/^There is no example of `tree.grew`/);
    expect(note("errors * version_unheard_of")).toBe("Version `2021-01-01` has no such error.");
    expect(note("gate tree_has_old", "genesis")).toBe(
      "Since `2020-01-01`: `type` was `sort`. Version `genesis` is older: this does not apply to it yet.",
    );
    expect(note("gate tree_has_old")).toMatch(/This applies to version `2021-01-01`.$/);
    expect(note("version")).toBe("You are reading version `2021-01-01`, the newest one.");
    expect(note("version", "genesis")).toBe(
      "You are reading version `genesis`, an older one; the newest is `2021-01-01`.",
    );
  });
});
