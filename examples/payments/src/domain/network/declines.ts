/** What a card network or bank answers when it says no. */
export interface Decline {
  readonly code: string;
  readonly decline_code: string | null;
  readonly message: string;
}

const refused = (decline_code: string, message = "The card was declined."): Decline => ({
  code: "card_declined",
  decline_code,
  message,
});

const named = (code: string, message: string): Decline => ({ code, decline_code: code, message });

export const DECLINES = {
  generic: refused("generic_decline"),
  insufficient_funds: refused("insufficient_funds", "The card has too little money on it."),
  lost_card: refused("lost_card"),
  stolen_card: refused("stolen_card"),
  fraudulent: refused("fraudulent"),
  not_a_test_card: refused(
    "test_mode_live_card",
    "The card was declined: only test card numbers work here.",
  ),
  expired_card: named("expired_card", "The card has expired."),
  incorrect_cvc: named("incorrect_cvc", "The card's security code is wrong."),
  processing_error: named(
    "processing_error",
    "The card could not be processed just now; it may work later.",
  ),
} as const satisfies Record<string, Decline>;
