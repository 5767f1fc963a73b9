/** Names of objects are the server's own: ids with slashes between them. Throws for anything else, such as `..`. */
export function checkObjectKey(key: string): string {
  if (!/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$/.test(key) || key.length > 500) {
    throw new Error(`This is no name of an object: ${JSON.stringify(key.slice(0, 80))}`);
  }
  return key;
}

/** A prefix is whole parts of a name: `ten_1/` or `ten_1/job_2/`. */
export function checkPrefix(prefix: string): string {
  if (!prefix.endsWith("/")) throw new Error(`This is no prefix of objects: ${JSON.stringify(prefix.slice(0, 80))}`);
  checkObjectKey(prefix.slice(0, -1));
  return prefix;
}
