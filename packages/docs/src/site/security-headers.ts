/**
 * What every page says to browsers: nothing from elsewhere, no script within the page, in no frame.
 *
 * @param apiUrl where requests may be sent from the page, beside its own host
 */
export function securityHeaders(apiUrl: string | undefined): Readonly<Record<string, string>> {
  const origin = apiUrl === undefined ? "" : ` ${new URL(apiUrl).origin}`;
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${origin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
  };
}
