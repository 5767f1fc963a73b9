import { documentsPage } from "@/eval/report/pages/documents";
import { facesPage } from "@/eval/report/pages/faces";
import { forgeryPage } from "@/eval/report/pages/forgery";
import { livenessPage } from "@/eval/report/pages/liveness";
import type { AccuracyPage } from "@/eval/report/types";

const page = <Figures>(one: AccuracyPage<Figures>): AccuracyPage => one as AccuracyPage;

/** The pages of `docs/accuracy/`, one file each in `eval/report/pages`. */
export const accuracyPages: readonly AccuracyPage[] = [
  page(documentsPage),
  page(facesPage),
  page(forgeryPage),
  page(livenessPage),
];
