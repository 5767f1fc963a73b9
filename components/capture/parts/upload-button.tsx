import { ImageUp } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/button";

/** Takes a picture from the device's files. The server judges it by its bytes. */
export function UploadButton({ onPicture, children }: { onPicture: (picture: Blob) => void; children: ReactNode }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant="ghost"
        size="lg"
        wide
        icon={<ImageUp className="size-5" aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        className="hidden"
        data-upload
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onPicture(file);
        }}
      />
    </>
  );
}
