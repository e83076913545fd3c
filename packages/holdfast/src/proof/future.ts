/** A value of an enum that was added after everything that is known here. */
export const FROM_THE_FUTURE = "value_from_the_future";
