/**
 * What an envelope is bound to, so that a sealed value cannot be moved to another row or column:
 * `job.input_sealed:job_01…`.
 */
export function sealContext(table: string, column: string, rowId: string): string {
  return `${table}.${column}:${rowId}`;
}
