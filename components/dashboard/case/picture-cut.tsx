import { cutAround, type Mark } from "@/components/dashboard/case/marks";
import type { CasePicture } from "@/components/dashboard/case/pictures";
import { words } from "@/components/dashboard/format";
import { TONE_MARK } from "@/components/ui/tone";

/** The place that a check speaks of, cut out of the picture and enlarged. */
export function PictureCut({ picture, mark }: { picture: CasePicture; mark: Mark }) {
  const cut = cutAround(mark.quad, picture);
  return (
    <svg
      viewBox={`${cut.x} ${cut.y} ${cut.width} ${cut.height}`}
      role="img"
      aria-label={`${words(mark.check)}, on the picture of the ${mark.image}`}
      className={`mt-2 max-h-44 w-full max-w-md rounded-control border border-line bg-sunken ${
        TONE_MARK[mark.status === "fail" ? "negative" : "caution"]
      }`}
    >
      <image href={`/dashboard/media/${picture.id}`} width={picture.width} height={picture.height} />
      <polygon
        points={mark.quad.map((point) => point.join(",")).join(" ")}
        fill="none"
        stroke="currentColor"
        strokeWidth={cut.width / 120}
        strokeLinejoin="round"
      />
    </svg>
  );
}
