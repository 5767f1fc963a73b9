import path from "node:path";
import { table } from "@/eval/report/table";
import type { AccuracyPage } from "@/eval/report/types";
import type { Reliability } from "@/eval/statistics/reliability";
import type { SignalRates } from "@/eval/statistics/signal-rates";

interface Figures {
  readonly real: SignalRates;
  readonly drawn: SignalRates;
  readonly confidence: Reliability;
}

interface Measured {
  readonly signals: SignalRates;
  readonly calibration: { readonly detected: Reliability };
}

const percent = (value: number) => `${(value * 100).toFixed(1)} %`;

/** Signs of forgery: false alarms on genuine pictures, what forged ones raise, and how far confidences can be believed. */
export const forgeryPage: AccuracyPage<Figures> = {
  id: "forgery",
  title: "Accuracy: signs of forgery",
  measure: async ({ data, evaluate }) => {
    const labels = path.join(data, "documents", "labels.json");
    const real = (await evaluate(["documents", "--labels", labels])) as Measured;
    const drawn = (await evaluate(["forgeries"])) as Measured;
    return { real: real.signals, drawn: drawn.signals, confidence: real.calibration.detected };
  },
  write: ({ real, drawn, confidence }) =>
    [
      `False alarms on ${real.genuine} genuine scans and photographs from public repositories, and what ${real.forged.length} published digital forgeries raise. A sign counts where its check warns or fails. On pictures where it cannot be measured its check is skipped, and it raises no alarm.`,
      alarms(real),
      `${real.any} of ${real.genuine} genuine pictures raise any sign.`,
      forged(real),
      "## Drawn forgeries",
      `Passports of our own generator, each forged in every way and photographed or saved; ${drawn.genuine} genuine ones beside them, ${drawn.any} of which raise a sign. They show that a sign works, not how often it would with real forgeries.`,
      made(drawn),
      "## Confidence of type and country",
      `Calibrated by a logistic curve of two numbers that \`eval/derive-document-confidence.ts\` fits to half of the sources; here all of them. Brier score ${confidence.brier.toFixed(3)}, calibration error ${confidence.error.toFixed(3)} over ${confidence.statements} pictures.`,
      table(
        ["said", "right", "pictures"],
        confidence.bins.map(({ said, right, count }) => [percent(said), percent(right), count]),
      ),
      "## Limits",
      LIMITS,
    ].join("\n\n"),
};

function alarms({ genuine, signals }: SignalRates): string {
  return table(
    ["signal", "false alarms", "rate", "95 % interval", "measurable on"],
    signals.map(({ signal, alarms: count, interval: [low, high], measured }) => [
      `\`${signal}\``,
      `${count} of ${genuine}`,
      percent(count / Math.max(1, genuine)),
      `${percent(low)} to ${percent(high)}`,
      measured,
    ]),
  );
}

function forged({ forged: pictures }: SignalRates): string {
  return table(
    ["forged picture", "raises"],
    pictures.map(({ file, raised }) => [file, raised.map((signal) => `\`${signal}\``).join(", ") || "nothing"]),
  );
}

function made({ forgeries }: SignalRates): string {
  return table(
    ["made how", "with any sign", "signs"],
    forgeries.map(({ forgery, pictures, raised, signals }) => [
      forgery.replaceAll("_", " "),
      `${raised} of ${pictures}`,
      Object.entries(signals)
        .map(([signal, count]) => `\`${signal}\` ${count}`)
        .join(", ") || "none",
    ]),
  );
}

const LIMITS = `Few pictures: the intervals say how little a rate of 0 proves. Thresholds come from physics and from drawn pages, but the signs were
developed while these pictures could be looked at, so the first table is optimistic. The four forged pictures are of one issuer and one
kind of making. Both genuine pictures that show double compression carry its whole trace, so they most likely were saved twice, and
the one without colour is grey. A portrait that was glued on is seen only where all four edges of its frame stand out.
Screens were simulated: no photograph of a document on a screen was at hand. Progressive JPEGs, PNG and WebP hold no coefficients to
read. A forgery that is printed anew, photographed once and well made raises nothing here; the zone, the barcode and the page speak
for or against it.`;
