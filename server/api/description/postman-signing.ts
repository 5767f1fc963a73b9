/**
 * Runs in Postman's sandbox before each request (crypto-js is the library it offers); signs as specification §17 says.
 */
export const SIGNING_SCRIPT = `const CryptoJS = require("crypto-js");
const timestamp = String(Date.now());
const method = pm.request.method;
const path = pm.variables.replaceIn(pm.request.url.getPathWithQuery());
const raw = pm.request.body && pm.request.body.mode === "raw" ? pm.request.body.raw || "" : "";
const body = pm.variables.replaceIn(raw);
if (body !== raw) pm.request.body.update({ mode: "raw", raw: body });
const bodySha256 = CryptoJS.SHA256(body).toString(CryptoJS.enc.Hex);
const canonical = [timestamp, method, path, bodySha256].join("\\n");
const signature = CryptoJS.HmacSHA256(canonical, pm.variables.get("apiSecret")).toString(CryptoJS.enc.Hex);
pm.request.headers.upsert({ key: "X-API-KEY", value: pm.variables.get("apiKey") });
pm.request.headers.upsert({ key: "X-API-TIMESTAMP", value: timestamp });
pm.request.headers.upsert({ key: "X-API-SIGN", value: signature });`;
