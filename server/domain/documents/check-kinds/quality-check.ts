import { type Check, defineCheck, pass, skipped } from "../check";
import type { QualityEvidence } from "../evidence";

export interface QualityRule {
  readonly id: string;
  readonly title: string;
  readonly measure: "sharpness" | "glare" | "exposure" | "resolution" | "tilt" | "crop";
  /** Warn beyond this; fail beyond `fail`. Below for measures of which 1 is best, above for glare. */
  readonly warn: number;
  readonly fail: number;
  readonly severity: Check["severity"];
  readonly message: string;
}

/** A check of one measure of the pictures, by the worst picture. */
export function qualityCheck(rule: QualityRule): Check {
  const more = rule.measure === "glare";
  const beyond = (value: number, limit: number) => (more ? value > limit : value < limit);
  return defineCheck({
    id: rule.id,
    title: rule.title,
    source: "ISO/IEC 29794-5 and house policy: what the readers need",
    severity: rule.severity,
    needs: ["quality"],
    run({ quality }) {
      const measured = quality.flatMap(
        ({ image, quality: q }: { image: "front" | "back"; quality: QualityEvidence }) => {
          const value = q[rule.measure];
          return value === undefined ? [] : [{ image, value, quad: more ? q.glareQuads?.[0] : undefined }];
        },
      );
      if (measured.length === 0) return skipped(`quality.${rule.measure}`);
      const worst = measured.reduce((a, b) => (more === b.value > a.value ? b : a));
      if (!beyond(worst.value, rule.warn)) return pass();
      return {
        status: beyond(worst.value, rule.fail) ? "fail" : "warn",
        reason: `${rule.id}_poor`,
        message: rule.message,
        place: worst.quad && { image: worst.image, quad: worst.quad },
      };
    },
  });
}
