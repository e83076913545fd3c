/** Opens what a fragment leads to: without a script it would stay closed in what it stands in. */
export function openAnchors(): void {
  addEventListener("hashchange", showTarget);
  showTarget();
}

function showTarget(): void {
  const target = targetOf(location.hash);
  if (!target) return;
  let closed = false;
  for (let within = target.parentElement; within; within = within.parentElement) {
    if (!(within instanceof HTMLDetailsElement) || within.open) continue;
    within.open = true;
    closed = true;
  }
  if (closed) target.scrollIntoView();
}

function targetOf(hash: string): HTMLElement | null {
  try {
    return hash.length < 2 ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}
