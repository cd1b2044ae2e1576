/**
 * # Pinned verdicts
 *
 * `verdicts.json` in the folder of a paper holds what was found and approved. A different finding is a diff that somebody has to read: the
 * check ends with exit code 1 until the pin is changed.
 */
import { infix, ratioText, type Judgement, type Verdict } from "../symbolic/index.ts";
import { InputError } from "./discover.ts";

export interface Pin {
  readonly chain: string;
  readonly model: string;
  readonly ratio?: string;
  readonly slip?: string;
  readonly correction?: string;
  readonly holdsUnder?: readonly string[];
  readonly inheritedFrom?: readonly string[];
}
export type Pins = Readonly<Record<string, Pin>>;

/** The verdict that has the most to say: the model's, unless only the chain disagrees. */
const speaking = (chain: Verdict, model: Verdict): Verdict => (model.kind !== "discrepancy" && chain.kind === "discrepancy" ? chain : model);

export const pinOf = ({ chain, model }: Judgement): Pin => {
  const v = speaking(chain, model);
  const ratio = ratioText(v);
  return {
    chain: chain.kind, model: model.kind,
    ...(ratio === undefined ? {} : { ratio }), ...(v.slip === undefined ? {} : { slip: v.slip }),
    ...(v.correction === undefined ? {} : { correction: infix(v.correction) }),
    ...(v.holdsUnder.length === 0 ? {} : { holdsUnder: v.holdsUnder }), ...(v.inheritedFrom.length === 0 ? {} : { inheritedFrom: v.inheritedFrom }),
  };
};

export const readPins = (value: unknown, path: string): Pins => {
  if (value === undefined) return {};
  const malformed = (what: string): InputError => new InputError(`${path}: ${what}\n  expected  { "<claim>": { "chain": "<verdict>", "model": "<verdict>", … }, … }\n  try       rederive check <paper> --pins, which prints the file`);
  if (!isRecord(value)) throw malformed("not an object");
  return Object.fromEntries(Object.entries(value).map(([id, pin]) => {
    if (!isPin(pin)) throw malformed(`the pin of '${id}' has no chain and model verdict`);
    return [id, pin];
  }));
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
const isPin = (value: unknown): value is Pin => isRecord(value) && typeof value["chain"] === "string" && typeof value["model"] === "string";

/** What differs between a finding and its pin, a sentence each. Claims without a pin are not compared. */
export const differences = (judgements: readonly Judgement[], pins: Pins): readonly string[] => judgements.flatMap((judgement) => {
  const pin = pins[judgement.claim.id];
  if (pin === undefined) return Object.keys(pins).length === 0 ? [] : [`${judgement.claim.id}: no pin; found chain ${judgement.chain.kind}, model ${judgement.model.kind}`];
  const found = pinOf(judgement);
  return (["chain", "model", "ratio", "slip", "correction", "holdsUnder", "inheritedFrom"] as const).flatMap((field) => {
    const [was, is] = [shown(pin[field]), shown(found[field])];
    return was === is ? [] : [`${judgement.claim.id}: ${field} pinned ${was}, found ${is}`];
  });
});

const shown = (value: string | readonly string[] | undefined): string => (value === undefined ? "nothing" : JSON.stringify(value));
