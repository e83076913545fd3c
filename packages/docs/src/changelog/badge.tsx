/** What a version is, where that is not what most are. */
export function Badge({ status }: { readonly status: string }) {
  if (status === "live") return null;
  return <span class={`badge ${status}`}>{status === "draft" ? "upcoming" : status}</span>;
}
