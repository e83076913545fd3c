/**
 * Keeps back all of what may be a card's number but its last four digits. Callers send numbers
 * where they do not belong, and errors and logs quote what they sent.
 */
export function hideCardNumbers(text: string): string {
  return text.replaceAll(/\d(?:[ -]?\d){7,}(?=(?:[ -]?\d){4})/g, "****");
}
