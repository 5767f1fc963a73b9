import { createRoot } from "react-dom/client";
import { readBootstrap } from "@/components/capture/bootstrap";
import { CaptureApp } from "@/components/capture/capture-app";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");
const bootstrap = readBootstrap(document);
const brand = bootstrap.view?.brand;
if (brand?.hue != null) document.documentElement.style.setProperty("--brand-hue", String(brand.hue));
if (brand?.chroma != null) document.documentElement.style.setProperty("--brand-chroma", String(brand.chroma));
createRoot(root).render(<CaptureApp bootstrap={bootstrap} />);
