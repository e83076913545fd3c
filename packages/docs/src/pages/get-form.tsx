/** Where a form that asks by GET goes, and what of the address's query it has to bring along. */
export function getForm(url: string): {
  readonly action: string;
  readonly kept: readonly (readonly [name: string, value: string])[];
} {
  const [way = "", query = ""] = url.split("?");
  return { action: way, kept: [...new URLSearchParams(query)] };
}

/** The fields that keep a query through a form, but for those that the form has itself. */
export function KeptFields({
  url,
  but,
}: {
  readonly url: string;
  readonly but: readonly string[];
}) {
  return (
    <>
      {getForm(url)
        .kept.filter(([name]) => !but.includes(name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
    </>
  );
}
