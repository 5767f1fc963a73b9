import { FACE_POLICY } from "@/components/capture/guidance/face-hint";

const { oval } = FACE_POLICY;
const [CX, CY, RX, RY] = [oval.x * 100, oval.y * 100, (oval.width * 100) / 2, (oval.height * 100) / 2];

/** The oval for a face, and the ring around it that fills. `share` 0–1. */
export function FaceOverlay({ share, good }: { share: number; good: boolean }) {
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" className="absolute inset-0 size-full">
      <path
        fillRule="evenodd"
        className="fill-black/55"
        d={`M0 0H100V100H0ZM${CX - RX} ${CY}a${RX} ${RY} 0 1 0 ${2 * RX} 0a${RX} ${RY} 0 1 0 ${-2 * RX} 0Z`}
      />
      <ellipse
        cx={CX}
        cy={CY}
        rx={RX}
        ry={RY}
        fill="none"
        vectorEffect="non-scaling-stroke"
        strokeWidth={3}
        className={good ? "stroke-white" : "stroke-white/60"}
      />
      <path
        d={`M${CX} ${CY - RY}a${RX} ${RY} 0 0 1 0 ${2 * RY}a${RX} ${RY} 0 0 1 0 ${-2 * RY}`}
        pathLength={1}
        fill="none"
        vectorEffect="non-scaling-stroke"
        strokeWidth={6}
        strokeLinecap="round"
        strokeDasharray={`${share} 1`}
        className={share > 0 ? "stroke-[oklch(0.8_0.17_150)] transition-[stroke-dasharray] duration-200" : "opacity-0"}
      />
    </svg>
  );
}
