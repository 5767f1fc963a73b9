import { CircleHelp, X } from "lucide-react";
import { useRef } from "react";
import { useCapture } from "@/components/capture/capture-context";
import { IconButton } from "@/components/ui/icon-button";

/** Advice for every step and whom to write to; a native dialog, so that the platform keeps the focus in it. */
export function HelpButton() {
  const { t, brand } = useCapture();
  const dialog = useRef<HTMLDialogElement>(null);
  const texts = [
    t("help.document"),
    t("help.face"),
    ...(brand.support_email ? [t("help.contact", { email: brand.support_email })] : []),
  ];
  return (
    <>
      <IconButton
        label={t("help.title")}
        icon={<CircleHelp className="size-5" aria-hidden="true" />}
        className="text-muted"
        onClick={() => dialog.current?.showModal()}
      />
      <dialog
        ref={dialog}
        aria-label={t("help.title")}
        className="m-auto w-[min(26rem,calc(100vw-2.5rem))] rounded-sheet border border-line bg-raised p-6 text-ink shadow-soft backdrop:bg-scrim"
      >
        <div className="flex items-start justify-between">
          <h2 className="font-semibold text-lg">{t("help.title")}</h2>
          <IconButton
            label={t("common.close")}
            icon={<X className="size-5" aria-hidden="true" />}
            className="-me-2 -mt-1.5"
            onClick={() => dialog.current?.close()}
          />
        </div>
        {texts.map((text) => (
          <p key={text} className="mt-3 text-lg text-muted">
            {text}
          </p>
        ))}
      </dialog>
    </>
  );
}
