/** Swagger UI ships its bundle without types; this is what we use of it. */
declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  const SwaggerUi: (options: Readonly<Record<string, unknown>>) => unknown;
  export default SwaggerUi;
}
