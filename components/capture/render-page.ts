import type { Bootstrap } from "@/components/capture/bootstrap";
import { directionOf } from "@/server/domain/capture/locales";

/** Addresses of the page's own files (public/capture/assets.json). */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** The hosted page as HTML: its data, its style and its one script. */
export function renderPage(bootstrap: Bootstrap, assets: PageAssets): string {
  const { locale, messages, view } = bootstrap;
  const title = text(messages["consent.title"]);
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<link rel="stylesheet" href="${assets.style}">
<link rel="modulepreload" href="${assets.script}">
<link rel="icon" href="data:,">
</head>
<body class="min-h-dvh bg-canvas text-ink">
<div id="root"></div>
<noscript><p class="p-8 text-lg">${text(messages["problem.script.title"])}${view ? ` (${text(view.brand.name)})` : ""}</p></noscript>
<script id="capture-data" type="application/json">${data(bootstrap)}</script>
<script type="module" src="${assets.script}"></script>
</body>
</html>
`;
}

function text(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** JSON that cannot end its script element. */
function data(value: unknown): string {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}
