/**
 * # An engine in a worker thread
 *
 * Neither engine can be interrupted and both keep global state, so each runs in a thread of its own that can be killed.
 * The source of the worker is a string: under a test runner this module is TypeScript, which a thread of Node 20 cannot load, and compiled
 * it is JavaScript; the string is the same in both. It loads the CommonJS package by the absolute path that is resolved here.
 *
 * - `startEngine`: a fresh worker. It says "ready" when the package is loaded, then answers each request line by line.
 * - `readMessage`: what a worker says, or undefined for anything malformed.
 */
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { EngineName } from "./opinion.ts";

export interface EngineLine {
  readonly text: string;
  /** nerdamer's decimal evaluation; Algebrite has a word for it. */
  readonly numeric?: boolean;
}

export interface Request { readonly id: number; readonly lines: readonly EngineLine[] }

export type Message =
  | { readonly kind: "ready" }
  | { readonly kind: "line"; readonly id: number; readonly text: string }
  | { readonly kind: "failure"; readonly id: number; readonly reason: string };

/** Neither engine recovers by itself: nerdamer stays in decimal mode after an error there, Algebrite keeps the last result and settings. */
const workerSource = `
"use strict";
const { parentPort, workerData } = require("node:worker_threads");
for (const say of ["log", "warn", "error", "info"]) console[say] = () => {};      // nobody reads what engines print
const engine = require(workerData.path);
const engines = {
  algebrite: () => ({
    calculate: (line) => engine.run(line.text),
    recover: () => { engine.run("clearall"); },
  }),
  nerdamer: () => {
    const { Settings } = engine.getCore();
    const settings = { ...Settings };
    return {
      calculate: (line) => (line.numeric ? engine(line.text, {}, "numer").text("decimals") : engine(line.text).toString()),
      recover: () => { Object.assign(Settings, settings); engine.flush(); },
    };
  },
};
const { calculate, recover } = engines[workerData.engine]();
const say = (id, line) => {
  try {
    return { kind: "line", id, text: String(calculate(line)) };
  } catch (error) {
    recover();
    return { kind: "failure", id, reason: error instanceof Error ? error.name + ": " + error.message : String(error) };
  }
};
parentPort.on("message", ({ id, lines }) => {
  for (const line of lines) parentPort.postMessage(say(id, line));
  recover();
});
parentPort.postMessage({ kind: "ready" });
`;

const packages: Readonly<Record<EngineName, string>> = { algebrite: "algebrite", nerdamer: "nerdamer/all.js" };

export const startEngine = (engine: EngineName, megabytes: number): Worker =>
  new Worker(workerSource, {
    eval: true,
    name: `oracle ${engine}`,
    workerData: { engine, path: createRequire(import.meta.url).resolve(packages[engine]) },
    execArgv: [],                                  // none of the flags of a test runner
    stdout: true,                                  // not to the output of the program
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, stackSizeMb: 8 },
  });

export const readMessage = (value: unknown): Message | undefined => {
  if (typeof value !== "object" || value === null || !("kind" in value)) return undefined;
  if (value.kind === "ready") return { kind: "ready" };
  if (!("id" in value) || typeof value.id !== "number") return undefined;
  if (value.kind === "line" && "text" in value && typeof value.text === "string") return { kind: "line", id: value.id, text: value.text };
  if (value.kind === "failure" && "reason" in value && typeof value.reason === "string") return { kind: "failure", id: value.id, reason: value.reason };
  return undefined;
};
