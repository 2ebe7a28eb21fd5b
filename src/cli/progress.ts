import { Presets, SingleBar } from "cli-progress";
import type { Progress } from "../run/run.ts";
import { errColors as color, say } from "./terminal.ts";

/** Shows how far a run is, on standard error. */
export interface ProgressDisplay {
  show(progress: Progress): void;
  end(): void;
}

/** A bar on a terminal, a line now and then elsewhere, nothing when quiet. */
export function progressDisplay(quiet: boolean): ProgressDisplay {
  if (quiet) return { show: () => undefined, end: () => undefined };
  return process.stderr.isTTY ? bar() : lines();
}

function rateOf(started: number, { articles, resumed }: Progress): number {
  return (articles - resumed) / Math.max(0.001, (Date.now() - started) / 1000);
}

/** Seconds still to go, from the share of the input read since the start; undefined until that can be told. */
function secondsLeft(started: number, first: Progress, { read }: Progress): number | undefined {
  const share = read - first.read;
  if (share < 0.01) return undefined;
  return ((Date.now() - started) / 1000 / share) * (1 - read);
}

function duration(seconds: number | undefined): string {
  if (seconds === undefined) return "?";
  const whole = Math.round(seconds);
  return whole < 60 ? `${String(whole)} s` : `${String(Math.floor(whole / 60))} min ${String(whole % 60)} s`;
}

function bar(): ProgressDisplay {
  const started = Date.now();
  let first: Progress | undefined;
  const shown = new SingleBar(
    {
      format: `{bar} {percentage} % | {articles} articles | {rate}/s | {rejects} rejects | {left} left`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      fps: 8,
    },
    Presets.shades_classic,
  );
  return {
    show(progress) {
      if (first === undefined) shown.start(1000, 0, { articles: 0, rate: "?", rejects: 0, left: "?" });
      first ??= progress;
      shown.update(Math.round(progress.read * 1000), {
        articles: progress.articles,
        rejects: progress.rejects > 0 ? color.yellow(String(progress.rejects)) : "0",
        rate: rateOf(started, progress).toFixed(1),
        left: progress.phase === "writing" ? "writing" : duration(secondsLeft(started, first, progress)),
      });
    },
    end: () => {
      shown.stop();
    },
  };
}

/** For logs: a line when writing begins, and every ten seconds before. */
function lines(): ProgressDisplay {
  const started = Date.now();
  let last = started;
  let first: Progress | undefined;
  return {
    show(progress) {
      first ??= progress;
      if (progress.phase === "analyzing" && Date.now() - last < 10_000) return;
      last = Date.now();
      const rate = `${rateOf(started, progress).toFixed(1)} articles/s`;
      const left =
        progress.phase === "writing"
          ? "writing the tables"
          : `about ${duration(secondsLeft(started, first, progress))} left`;
      say(`${String(progress.articles)} articles, ${rate}, ${String(progress.rejects)} rejects, ${left}`);
    },
    end: () => undefined,
  };
}
