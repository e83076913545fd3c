import { command } from "../command.js";
import { table } from "../output/table.js";

export const versions = command({
  name: "versions",
  summary: "Lists the API's versions, the oldest first.",
  arguments: {},
  options: {},
  example: "versions",
  async run(_typed, { api }) {
    const { timeline } = await api();
    const newest = timeline.versions.at(-1);
    const found = timeline.versions.map((version) => ({
      version: version.name,
      built: version.gates.filter(({ planned }) => !planned).length,
      planned: version.gates.filter(({ planned }) => planned).length,
      newest: version === newest,
    }));
    return {
      json: { versions: found },
      show: (page) =>
        table(
          [
            { title: "VERSION" },
            { title: "BUILT", right: true },
            { title: "PLANNED", right: true },
            { title: "", colour: page.colours.good },
          ],
          found.map((one) => [
            one.version,
            String(one.built),
            String(one.planned),
            one.newest ? "newest" : "",
          ]),
          page,
        ),
    };
  },
});
