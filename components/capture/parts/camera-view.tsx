import { type ReactNode, type RefObject, useId } from "react";
import { cn } from "@/components/ui/cn";

/** The live picture with a shape over it and one hint under it; the hint is read out when it changes. */
export function CameraView({
  video,
  box,
  label,
  mirrored = false,
  good = false,
  hint,
  icon,
  aspect,
  className,
  children,
}: {
  video: RefObject<HTMLVideoElement | null>;
  box: RefObject<HTMLDivElement | null>;
  label: string;
  mirrored?: boolean;
  good?: boolean;
  hint: string;
  /** Beside the hint: the way to turn. */
  icon?: ReactNode;
  /** Width over height of the box; the video covers it. */
  aspect: number;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <div
      ref={box}
      style={{ aspectRatio: String(aspect) }}
      className={cn("relative w-full overflow-hidden rounded-card bg-black", className)}
    >
      <video
        ref={video}
        muted
        playsInline
        aria-label={label}
        aria-describedby={id}
        className={cn("absolute inset-0 size-full object-cover", mirrored && "-scale-x-100")}
      />
      {children}
      <p
        id={id}
        role="status"
        className={cn(
          "absolute inset-x-4 bottom-4 mx-auto flex w-fit max-w-full items-center gap-2.5 text-balance rounded-card px-4 py-2 text-center font-medium text-lg transition-colors duration-150",
          good ? "bg-positive-soft text-positive-text" : "bg-surface text-ink",
        )}
      >
        {icon}
        {hint}
      </p>
    </div>
  );
}
