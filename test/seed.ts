/**
 * Property tests are reproducible: every run draws the same cases. `SEED=<integer> npm test` draws others.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number.parseInt(process.env["SEED"] ?? "20261121", 10) });
