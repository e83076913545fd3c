import type { Api } from "holdfast";
import type { PageContext } from "../pages/context.js";
import { getForm, KeptFields } from "../pages/get-form.js";
import { CHANGE_KINDS } from "./entry.js";
import { type ChangelogFilters, isFiltering } from "./filters.js";
import { KIND_LABELS } from "./words.js";

interface FilterFormProps {
  readonly context: PageContext;
  readonly api: Api;
  readonly filters: ChangelogFilters;
}

/** What is chosen by names: field of the form, label, the names there are, and those that are chosen. */
interface Choice {
  readonly field: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly chosen: readonly string[];
}

/** The choice of what is shown: a form whose address is the state, so that no script is needed. */
export function FilterForm({ context, api, filters }: FilterFormProps) {
  const { action } = getForm(context.urls.changelog());
  const { methods, resources } = api.definitions;
  const choices: readonly Choice[] = [
    {
      field: "affects",
      label: "What affects these methods",
      names: methods.map(({ name }) => name).sort(),
      chosen: filters.methods,
    },
    {
      field: "resource",
      label: "What affects these resources",
      names: resources.map(({ name }) => name).sort(),
      chosen: filters.resources,
    },
  ];
  return (
    <details class="filters" open={isFiltering(filters)}>
      <summary>Filter</summary>
      <form action={action}>
        <KeptFields
          url={context.urls.changelog()}
          but={["affects", "resource", "kind", "before"]}
        />
        {filters.preview && <input type="hidden" name="preview" value="" />}
        <div class="choices">
          {choices.map((choice) => (
            <NameChoice {...choice} />
          ))}
        </div>
        <fieldset>
          <legend>Kinds of change</legend>
          {CHANGE_KINDS.map((kind) => (
            <label>
              <input
                type="checkbox"
                name="kind"
                value={kind}
                checked={filters.kinds.includes(kind)}
              />
              {KIND_LABELS[kind]}
            </label>
          ))}
        </fieldset>
        <button type="submit">Show</button>
        {isFiltering(filters) && <a href={context.urls.changelog()}>Show everything</a>}
      </form>
    </details>
  );
}

function NameChoice({ field, label, names, chosen }: Choice) {
  return (
    <label>
      <span>
        {label} <span class="hint">(several with Ctrl or ⌘)</span>
      </span>
      <select name={field} multiple size={6}>
        {names.map((name) => (
          <option selected={chosen.includes(name)}>{name}</option>
        ))}
      </select>
    </label>
  );
}
