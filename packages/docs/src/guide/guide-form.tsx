import type { PageContext } from "../pages/context.js";
import { getForm } from "../pages/get-form.js";

interface GuideFormProps {
  readonly context: PageContext;
  readonly from: string;
  readonly to: string;
  readonly only: readonly string[];
}

/** The choice of two versions, and of what the guide should be about. It works without a script. */
export function GuideForm({ context, from, to, only }: GuideFormProps) {
  const { urls, described, site } = context;
  const versions = [...site.versions].reverse();
  return (
    <form class="upgrade" action={getForm(urls.guide(from, to)).action}>
      {(
        [
          ["from", "From", from],
          ["to", "To", to],
        ] as const
      ).map(([name, label, chosen]) => (
        <label>
          {label}
          <select name={name}>
            {versions.map((version) => (
              <option selected={version.name === chosen}>{version.name}</option>
            ))}
          </select>
        </label>
      ))}
      <label>
        For
        <select name="only">
          <option value="" selected={only.length === 0}>
            Everything
          </option>
          {only.length > 1 && <option selected>{only.join(",")}</option>}
          <Names label="Methods" names={described.methods} only={only} />
          <Names label="Resources" names={described.resources} only={only} />
        </select>
      </label>
      <button type="submit">Show</button>
    </form>
  );
}

interface NamesProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly only: readonly string[];
}

function Names({ label, names, only }: NamesProps) {
  return (
    <optgroup label={label}>
      {[...names].sort().map((name) => (
        <option selected={only.length === 1 && only[0] === name}>{name}</option>
      ))}
    </optgroup>
  );
}
