import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { rememberedCookie } from "@/server/api/host-cookie";
import "./fonts.css";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "veriFlow", template: "%s · veriFlow" },
  description: "Identity verification on your own machines.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafb" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1115" },
  ],
};

/** The shell of every page but the hosted one; the theme comes from a cookie, so that the first paint has it. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  const theme = rememberedCookie((name) => jar.get(name)?.value, "vf_theme");
  return (
    <html lang="en" data-theme={theme === "light" || theme === "dark" ? theme : undefined} suppressHydrationWarning>
      <body className="min-h-dvh bg-canvas text-ink">{children}</body>
    </html>
  );
}
