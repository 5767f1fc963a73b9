"use client";

import { useEffect, useRef, useState } from "react";
import { signRequest, type TriedRequest } from "@/components/docs/sign-request";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Signer } from "@/server/contract/signing";
import "swagger-ui-dist/swagger-ui.css";
import "@/components/docs/api-reference.css";

/** The API to read and to try: requests are signed here, in the browser, with a key that never leaves this tab. */
export function ApiReference({ url }: { url: string }) {
  const [signer, setSigner] = useState<Signer>({ keyId: "", secret: "" });
  const place = useRef<HTMLDivElement>(null);
  const current = useRef(signer);
  current.current = signer;
  useEffect(() => {
    if (place.current) void show(place.current, url, () => current.current);
  }, [url]);
  useEffect(followTheme, []);
  return (
    <div className="flex flex-col gap-6">
      <form className="grid gap-4 sm:grid-cols-2" autoComplete="off" onSubmit={(event) => event.preventDefault()}>
        <Field label="API key" hint="Begins with vf_test_ or vf_live_.">
          <Input
            value={signer.keyId}
            onChange={(event) => setSigner({ ...signer, keyId: event.target.value.trim() })}
          />
        </Field>
        <Field label="Secret" hint="Kept in this tab until it is closed, and sent nowhere.">
          <Input
            type="password"
            autoComplete="off"
            value={signer.secret}
            onChange={(event) => setSigner({ ...signer, secret: event.target.value.trim() })}
          />
        </Field>
      </form>
      <div ref={place} className="api-reference min-h-96" />
    </div>
  );
}

async function show(place: HTMLElement, url: string, signer: () => Signer): Promise<void> {
  const { default: SwaggerUi } = await import("swagger-ui-dist/swagger-ui-es-bundle.js");
  SwaggerUi({
    domNode: place,
    url,
    deepLinking: true,
    displayRequestDuration: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    // Swagger UI's own validator badge would be fetched from its vendor.
    validatorUrl: null,
    plugins: [{ wrapComponents: { authorizeBtn: () => () => null, authorizeOperationBtn: () => () => null } }],
    requestInterceptor: (request: TriedRequest) =>
      signer().keyId ? signRequest(request, signer(), new URL(location.href)) : request,
  });
}

/** Swagger UI turns dark by a class on the root; ours is an attribute there, or the system's wish. */
function followTheme(): () => void {
  const root = document.documentElement;
  const wish = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const chosen = root.dataset.theme;
    root.classList.toggle("dark-mode", chosen ? chosen === "dark" : wish.matches);
  };
  const watcher = new MutationObserver(apply);
  watcher.observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  wish.addEventListener("change", apply);
  apply();
  return () => {
    watcher.disconnect();
    wish.removeEventListener("change", apply);
    root.classList.remove("dark-mode");
  };
}
