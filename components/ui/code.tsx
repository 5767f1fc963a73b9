/** An id or a value in a line of text. */
export function Code({ children }: { children: string }) {
  return <code className="mono rounded-small border border-line bg-sunken px-1 py-0.5 text-[0.92em]">{children}</code>;
}
