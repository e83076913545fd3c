import { gate, wireWas } from "holdfast";

export default gate("event_diffs_whole_hashes", [wireWas({ diffHashes: "whole" })]);
