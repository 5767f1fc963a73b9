/** Puts values into `{name}` marks. A mark without a value stays, so that a mistake is seen. */
export function formatMessage(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => (name in values ? String(values[name]) : mark));
}
