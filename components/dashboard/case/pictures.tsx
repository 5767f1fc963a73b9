import { ImageOff, ScanFace } from "lucide-react";
import type { Mark } from "@/components/dashboard/case/marks";
import { PictureMarks } from "@/components/dashboard/case/picture-marks";
import { words } from "@/components/dashboard/format";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

export interface CasePicture {
  readonly id: string;
  readonly kind: string;
  readonly width: number;
  readonly height: number;
}

/** Sides of a document have small print: each takes the whole width. */
const DOCUMENT: ReadonlySet<string> = new Set(["front", "back"]);

/**
 * The document over the faces, which stand side by side; hidden until the reviewer asks, since every look is recorded.
 */
export function Pictures({
  pictures,
  shown,
  marks,
}: {
  pictures: readonly CasePicture[];
  shown: boolean;
  marks: readonly Mark[];
}) {
  const stills = pictures.filter((picture) => picture.kind !== "frame");
  return (
    <Card>
      <CardHeader title="Pictures" description={`${pictures.length} kept, encrypted.`} />
      {stills.length === 0 && (
        <EmptyState icon={<ImageOff />} title="No picture is kept">
          They were erased, or none was sent.
        </EmptyState>
      )}
      {stills.length > 0 && !shown && (
        <EmptyState icon={<ScanFace />} title="Hidden">
          Choose “Show personal data” to see them. The look is written to the audit.
        </EmptyState>
      )}
      {shown && stills.length > 0 && (
        <ul className="grid gap-4 p-5 sm:grid-cols-2">
          {stills.map((picture) => (
            <li key={picture.id} className={DOCUMENT.has(picture.kind) ? "sm:col-span-2" : undefined}>
              <figure className="m-0">
                <a href={`/dashboard/media/${picture.id}`} target="_blank" rel="noreferrer" className="relative block">
                  <img
                    src={`/dashboard/media/${picture.id}`}
                    alt={words(picture.kind)}
                    width={picture.width}
                    height={picture.height}
                    className="max-h-120 w-full rounded-control border border-line bg-sunken object-contain"
                  />
                  <PictureMarks marks={marks.filter(({ image }) => image === picture.kind)} {...sizeOf(picture)} />
                </a>
                <figcaption className="mt-1.5 text-muted text-xs">{words(picture.kind)}</figcaption>
              </figure>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const sizeOf = ({ width, height }: CasePicture) => ({ width, height });
