/** Names of objects are the server's own: ids with slashes between them. Throws for anything else, such as `..`. */
export function checkObjectKey(key: string): string {
  if (!/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$/.test(key) || key.length > 500) {
    throw new Error(`This is no name of an object: ${JSON.stringify(key.slice(0, 80))}`);
  }
  return key;
}
