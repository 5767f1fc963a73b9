import { redirect } from "next/navigation";

/** The documentation begins with the API. */
export default function DocsPage(): never {
  redirect("/docs/api");
}
