import { error } from "./error.js";

const invalid = { status: 400, type: "invalid_request_error" } as const;

/** A value that is not of its param's type. */
export const invalidParam = error("parameter_invalid", {
  ...invalid,
  code: "parameter_invalid",
  description: "A param is not of the type that the method takes.",
  message: "Invalid {param}: must be {expected}, but {received} was given.",
});

/** A value of the right type, outside its limits. */
export const paramOutOfLimits = error("parameter_out_of_limits", {
  ...invalid,
  code: "parameter_out_of_limits",
  description: "A param is of the right type but outside its limits.",
  message: "Invalid {param}: {reason}.",
});

/** A required param that was left out. */
export const missingParam = error("parameter_missing", {
  ...invalid,
  code: "parameter_missing",
  description: "A required param was left out.",
  message: "Missing required param: {param}.",
});

/** A param that the method does not know. */
export const unknownParam = error("parameter_unknown", {
  ...invalid,
  code: "parameter_unknown",
  description: "A param was sent that the method does not know at the caller's version.",
  message: "Received unknown parameter: {param}{help}",
});

/** An empty value for a param that cannot be unset. */
export const emptyParam = error("parameter_invalid_empty", {
  ...invalid,
  code: "parameter_invalid_empty",
  description: "An empty value was sent for a param that cannot be unset.",
  message: "{param} was given as {given}, which asks to unset it, but it cannot be unset.",
});

/** Params that exclude each other, or of which one is needed. */
export const paramsConflict = error("parameters_exclusive", {
  ...invalid,
  code: "parameters_exclusive",
  description: "Params were sent that exclude each other.",
  message: "Only one of these params may be given: {names}.",
});

/** None of a group of params was given. */
export const paramsNeeded = error("parameters_needed", {
  ...invalid,
  code: "parameter_missing",
  description: "None of several params was sent of which one is required.",
  message: "One of these params is required: {names}.",
});

/** Two names of one param that disagree. */
export const paramsDisagree = error("parameters_disagree", {
  ...invalid,
  code: "parameters_disagree",
  description: "A param was sent under its old and its new name with different values.",
  message: "{param} and {other} name the same thing but have different values.",
});

/** A named check of a method that failed. */
export const checkFailed = error("check_failed", {
  ...invalid,
  code: "parameter_invalid",
  description: "The params do not fit together.",
  message: "{reason}",
});

/** A path in `expand` that cannot be expanded. */
export const cannotExpand = error("cannot_expand", {
  ...invalid,
  code: "property_cannot_expand",
  description: "A path in `expand` names something that cannot be expanded.",
  message: "This property cannot be expanded ({path}).",
});
