import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { openApi } from "@/server/api/description/openapi";
import { endpointList } from "@/server/contract/v1/index";

test("the description is OpenAPI 3.1 that Redocly's recommended rules find nothing in", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source: JSON.stringify(openApi()), config });
  expect(problems.map(({ ruleId, message, location }) => ({ ruleId, message, at: location[0]?.pointer }))).toEqual([]);
});

test("the linter does find a fault that is put in", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const broken = structuredClone(openApi()) as { paths: Record<string, Record<string, { operationId?: string }>> };
  delete broken.paths["/v1/kyc/verify"].post.operationId;
  const problems = await lintFromString({ source: JSON.stringify(broken), config });
  expect(problems.map((p) => p.ruleId)).toContain("operation-operationId");
});

test("every endpoint is described under its id, with its success and an example that its schema parses", () => {
  const { paths } = openApi() as { paths: Record<string, Record<string, { operationId: string; responses: object }>> };
  for (const endpoint of endpointList) {
    const operation = paths[endpoint.path][endpoint.method.toLowerCase()];
    expect(operation.operationId).toBe(endpoint.id);
    expect(operation.responses).toHaveProperty(String(endpoint.status));
    expect(endpoint.output.safeParse(endpoint.example.output).error).toBeUndefined();
  }
});

test("pictures are base64 in JSON and files in a form", () => {
  type Body = { content: Record<string, { schema: { properties: Record<string, object> } }> };
  const { paths } = openApi() as { paths: Record<string, Record<string, { requestBody: Body }>> };
  const { content } = paths["/v1/kyc/verify"].post.requestBody;
  expect(content["application/json"].schema.properties.image_front_base64).toMatchObject({ contentEncoding: "base64" });
  expect(content["multipart/form-data"].schema.properties.image_front).toMatchObject({ format: "binary" });
  expect(content["multipart/form-data"].schema.properties).toHaveProperty("frames_t_ms");
});
