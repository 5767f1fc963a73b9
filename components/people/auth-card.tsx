import type { ReactNode } from "react";
import { Card, CardBody } from "@/components/ui/card";
import { LogoMark } from "@/components/ui/logo";

/** One thing to do before one is in: sign in, give a code, choose a password. */
export function AuthCard({
  title,
  description,
  below,
  children,
}: {
  title: ReactNode;
  description?: ReactNode;
  /** Other ways, under the card. */
  below?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex items-center justify-center gap-2 font-semibold text-lg">
          <LogoMark size={24} /> veriFlow
        </div>
        <Card>
          <CardBody className="p-6">
            <h1 className="font-semibold text-xl">{title}</h1>
            {description && <p className="mt-1 text-base text-muted">{description}</p>}
            {children && <div className="mt-5">{children}</div>}
          </CardBody>
        </Card>
        {below && <div className="mt-5 text-center text-muted text-sm">{below}</div>}
      </div>
    </main>
  );
}
