/**
 * # A pool of engines
 *
 * Some worker threads per engine, started when first needed, one request at a time each. A request that exceeds its budget costs the worker
 * its life; the next request gets a new one. The budget runs from the moment the request reaches a loaded engine, not while it queues.
 *
 * - `openPool`: `ask` never rejects. A crash, a stack overflow, exhausted memory, a time-out and a closed pool are answers of kind "unable".
 * - Idle workers do not keep the process alive; `close` ends them all.
 */
import type { Worker } from "node:worker_threads";
import { readMessage, startEngine, type EngineLine } from "./engineWorker.ts";
import type { EngineName } from "./opinion.ts";

export type LineAnswer =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "unable"; readonly reason: string };

export interface Answered {
  /** One answer for each line. The lines before a time-out keep theirs. */
  readonly lines: readonly LineAnswer[];
  /** What the engine worked, without queueing and loading. */
  readonly milliseconds: number;
}

export interface EnginePool {
  readonly ask: (engine: EngineName, lines: readonly EngineLine[], budget?: number) => Promise<Answered>;
  /** Milliseconds for a question whose caller names no budget. */
  readonly budget: number;
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  /** Workers per engine. */
  readonly workers?: number;
  /** Milliseconds per request. */
  readonly budget?: number;
  /** Memory of each worker. */
  readonly megabytes?: number;
}

interface Job {
  readonly id: number;
  readonly engine: EngineName;
  readonly lines: readonly EngineLine[];
  readonly budget: number;
  readonly answers: LineAnswer[];
  readonly resolve: (answered: Answered) => void;
  began: number | undefined;
}

interface Slot {
  readonly engine: EngineName;
  worker: Worker | undefined;
  isReady: boolean;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
  /** Until a killed worker is gone, the slot stays empty: never more threads than slots. */
  isEnding: boolean;
}

const LOADING_LIMIT = 30_000;

export const openPool = ({ workers = 1, budget = 5_000, megabytes = 512 }: PoolOptions = {}): EnginePool => {
  const queue: Job[] = [];
  const slots = (["algebrite", "nerdamer"] as const).flatMap((engine) =>
    Array.from({ length: workers }, (): Slot => ({ engine, worker: undefined, isReady: false, job: undefined, timer: undefined, isEnding: false })));
  let isClosed = false;
  let nextId = 1;

  const finish = (job: Job, reason?: string): void => {
    while (job.answers.length < job.lines.length) job.answers.push({ kind: "unable", reason: reason ?? "no answer" });
    job.resolve({ lines: job.answers, milliseconds: job.began === undefined ? 0 : performance.now() - job.began });
  };

  /** Takes the job from its slot; a worker without a job does not hold the process. */
  const release = (slot: Slot, reason?: string): void => {
    clearTimeout(slot.timer);
    const { job } = slot;
    slot.job = undefined;
    slot.worker?.unref();
    if (job !== undefined) finish(job, reason);
  };

  const end = async (slot: Slot): Promise<void> => {
    const { worker } = slot;
    slot.worker = undefined;
    slot.isReady = false;
    if (worker === undefined) return;
    slot.isEnding = true;
    await worker.terminate();
    slot.isEnding = false;
    serve();
  };

  const kill = (slot: Slot, reason: string): void => {
    release(slot, reason);
    void end(slot);
  };

  const begin = (slot: Slot, job: Job): void => {
    job.began = performance.now();
    slot.timer = setTimeout(() => kill(slot, `no answer within ${Math.round(job.budget)} ms`), job.budget);
    slot.worker?.postMessage({ id: job.id, lines: job.lines });
  };

  const hear = (slot: Slot, value: unknown): void => {
    const message = readMessage(value);
    const { job } = slot;
    if (message?.kind === "ready") {
      slot.isReady = true;
      clearTimeout(slot.timer);
      if (job !== undefined) begin(slot, job);
      return;
    }
    if (message === undefined || job?.id !== message.id) return;
    job.answers.push(message.kind === "line" ? { kind: "text", text: message.text } : { kind: "unable", reason: message.reason });
    if (job.answers.length < job.lines.length) return;
    release(slot);
    serve();
  };

  const start = (slot: Slot): void => {
    const worker = startEngine(slot.engine, megabytes);
    slot.worker = worker;
    const ifCurrent = (reason: string): void => { if (slot.worker === worker) kill(slot, reason); };
    worker.on("message", (value: unknown) => { if (slot.worker === worker) hear(slot, value); });
    worker.on("error", (error: unknown) => ifCurrent(`the engine crashed: ${error instanceof Error ? error.message : String(error)}`));
    worker.on("exit", () => ifCurrent("the engine ended"));
    slot.timer = setTimeout(() => kill(slot, "the engine did not load"), LOADING_LIMIT);
  };

  const tryStart = (slot: Slot): void => {
    try {
      start(slot);
    } catch (error) {
      release(slot, `the engine cannot be started: ${error instanceof Error ? error.message : String(error)}`);
      queueMicrotask(serve);
    }
  };

  const serve = (): void => {
    for (const slot of slots) {
      if (slot.job !== undefined || slot.isEnding || isClosed) continue;
      const next = queue.findIndex((job) => job.engine === slot.engine);
      const [job] = next < 0 ? [] : queue.splice(next, 1);
      if (job === undefined) continue;
      slot.job = job;
      if (slot.worker === undefined) tryStart(slot);
      slot.worker?.ref();
      if (slot.isReady) begin(slot, job);
    }
  };

  return {
    budget,
    ask: (engine, lines, requested = budget) =>
      new Promise((resolve) => {
        const job: Job = { id: nextId++, engine, lines, budget: requested, answers: [], resolve, began: undefined };
        if (isClosed) return finish(job, "the pool is closed");
        if (lines.length === 0 || requested <= 0) return finish(job, "no time left");
        queue.push(job);
        serve();
      }),
    close: async () => {
      isClosed = true;
      for (const job of queue.splice(0)) finish(job, "the pool is closed");
      for (const slot of slots) release(slot, "the pool is closed");
      await Promise.all(slots.map(end));
    },
  };
};
