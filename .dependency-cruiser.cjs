/** Who may import whom: the table of docs/architecture.md, as rules. Test files are free to reach further. */
const TEST = "\\.(test|spec)\\.tsx?$|/testing/";
const OURS = "^(app|components|server|prisma|scripts|eval|bench)/";

/** folder → what it may import besides itself */
const MAY_IMPORT = {
  "^server/contract/": [],
  "^server/domain/": ["^server/contract/"],
  "^server/vision/": ["^models/[^/]+/card\\.json$"],
  "^server/services/": ["^server/(contract|domain|vision)/"],
  "^server/adapters/": ["^server/(contract|domain|vision)/", "^models/", "^prisma/", "^server/env\\.ts$"],
  "^server/api/": ["^server/(contract|domain|services|adapters)/", "^server/env\\.ts$"],
  "^server/jobs/": ["^server/(contract|domain|services|adapters)/", "^prisma/", "^server/env\\.ts$"],
  "^components/ui/": [],
  // The router's type alone types the browser's tRPC client; scripts/layers.test.ts holds it to `import type`.
  "^components/(?!ui/)": [
    "^components/",
    "^server/(contract|domain|vision)/",
    "^models/[^/]+/card\\.json$",
    "^server/api/trpc/app-router\\.ts$",
  ],
  "^app/": [
    "^components/",
    "^server/(contract|domain|services|api|jobs)/",
    "^server/adapters/live\\.ts$",
    "^server/env\\.ts$",
  ],
};

/** Only types may be taken from here: `scripts/layers.test.ts` holds the imports to `import type`. */
const TYPES_FROM = {
  "^server/services/": "^(server/adapters|prisma)/",
  "^server/adapters/": "^server/services/",
};

const layers = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `layer ${folder}`,
  severity: "error",
  from: { path: folder, pathNot: TEST },
  to: { path: OURS, pathNot: [folder, ...allowed, ...(TYPES_FROM[folder] ? [TYPES_FROM[folder]] : [])] },
}));

// dependency-cruiser hands swc no syntax for JSX; files that hold it get it here
const swc = require("@swc/core");
const parseFileSync = swc.parseFileSync;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith(".tsx") });

module.exports = {
  forbidden: [
    ...layers,
    {
      name: "pure folders import no Node built-in and no package but zod",
      severity: "error",
      from: { path: "^server/(contract|domain|vision)/", pathNot: TEST },
      to: { dependencyTypes: ["core", "npm", "npm-dev", "npm-optional", "npm-no-pkg"], pathNot: "node_modules/zod/" },
    },
    {
      name: "no cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "nothing imports a test",
      severity: "error",
      from: { pathNot: TEST },
      to: { path: "\\.(test|spec)\\.tsx?$" },
    },
    {
      name: "no missing module",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "prisma/generated/internal|\\.next" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    parser: "swc",
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      conditionNames: ["import", "node", "default", "types"],
      exportsFields: ["exports"],
    },
  },
};
