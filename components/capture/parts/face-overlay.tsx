import { FACE_POLICY } from "@/components/capture/guidance/face-hint";

/** The box of a face is three wide and four high, so that lengths along the ring are lengths on the screen. */
const [W, H] = [75, 100];
const { oval } = FACE_POLICY;
const [CX, CY, RX, RY] = [oval.x * W, oval.y * H, (oval.width * W) / 2, (oval.height * H) / 2];

/** The oval for a face, and the ring around it that fills. `share` 0–1. */
export function FaceOverlay({ share, good }: { share: number; good: boolean }) {
  return (
    <svg viewBox={`0 0 ${W} ${H}`} aria-hidden="true" className="absolute inset-0 size-full">
      <path
        fillRule="evenodd"
        className="fill-black/55"
        d={`M0 0H${W}V${H}H0ZM${CX - RX} ${CY}a${RX} ${RY} 0 1 0 ${2 * RX} 0a${RX} ${RY} 0 1 0 ${-2 * RX} 0Z`}
      />
      <ellipse
        cx={CX}
        cy={CY}
        rx={RX}
        ry={RY}
        fill="none"
        strokeWidth={0.6}
        className={good ? "stroke-white" : "stroke-white/60"}
      />
      <path
        d={`M${CX} ${CY - RY}a${RX} ${RY} 0 0 1 0 ${2 * RY}a${RX} ${RY} 0 0 1 0 ${-2 * RY}`}
        pathLength={1}
        fill="none"
        strokeWidth={1.6}
        strokeLinecap="round"
        strokeDasharray={`${share} 1`}
        className={share > 0 ? "stroke-[oklch(0.8_0.17_150)] transition-[stroke-dasharray] duration-200" : "opacity-0"}
      />
    </svg>
  );
}
