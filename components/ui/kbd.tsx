/** A key to press. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="mono inline-grid h-5 min-w-5 place-items-center rounded-small border border-line border-b-2 bg-surface px-1 text-muted text-xs">
      {children}
    </kbd>
  );
}
