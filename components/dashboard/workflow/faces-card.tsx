import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { fmrOfSimilarity, similarityOfFmr } from "@/server/domain/face/calibration";
import { matchThreshold, similarityOf } from "@/server/domain/face/match-threshold";
import type { WorkflowDefinition } from "@/server/domain/workflow/definition";

const ASKED_FOR = { similarity: "A similarity", fmr: "A false match rate" } as const;
type AskedFor = keyof typeof ASKED_FOR;

/**
 * What two faces of a workflow must reach, asked for as a similarity or as a rate, and whether enrolled faces are
 * searched.
 */
export function FacesCard({
  definition,
  onChange,
}: {
  definition: WorkflowDefinition;
  onChange: (part: Partial<WorkflowDefinition>) => void;
}) {
  const wanted = matchThreshold(definition.thresholds);
  const asked: AskedFor = "fmr" in wanted ? "fmr" : "similarity";
  const value = "fmr" in wanted ? wanted.fmr : wanted.similarity;
  const ask = (next: AskedFor, number: number) => {
    const { similarity: _, fmr: __, ...rest } = definition.thresholds;
    onChange({ thresholds: { ...rest, [next]: number } });
  };
  return (
    <Card>
      <CardHeader title="Faces" description="When the live face and the document's are taken for one person." />
      <CardBody className="grid gap-4 sm:grid-cols-2">
        <Field label="They must reach">
          <NativeSelect
            value={asked}
            onChange={(event) => event.target.value !== asked && ask(event.target.value as AskedFor, converted(wanted))}
          >
            {Object.entries(ASKED_FOR).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label={asked === "fmr" ? "Rate" : "Similarity"} hint={meaning(similarityOf(wanted))}>
          <Input
            type="number"
            min={0}
            max={1}
            step="any"
            value={Number.isNaN(value) ? "" : value}
            onChange={(event) => ask(asked, event.target.valueAsNumber)}
          />
        </Field>
        <div className="sm:col-span-2">
          <Checkbox
            label="Look for the live face among those enrolled"
            hint="Where it is like one that POST /v1/faces enrolled for another reference, a person looks."
            checked={definition.face_duplicates ?? false}
            onCheckedChange={(on) => onChange({ face_duplicates: on === true })}
          />
        </div>
      </CardBody>
    </Card>
  );
}

/** The same threshold, asked for the other way. */
function converted(wanted: ReturnType<typeof matchThreshold>): number {
  const other = "fmr" in wanted ? similarityOfFmr(wanted.fmr) : fmrOfSimilarity(wanted.similarity);
  return Number.isNaN(other) ? other : Number(other.toPrecision(2));
}

function meaning(similarity: number): string {
  const rate = fmrOfSimilarity(similarity);
  if (!(rate > 0 && rate <= 1)) return "0 to 1.";
  return `Similarity ${similarity.toFixed(2)}: one pair of strangers in ${Math.round(1 / rate).toLocaleString("en")} reaches it.`;
}
