import type { ReactNode } from "react";

/** Nothing here yet: what would be here, and the one thing to do. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center px-6 py-16 text-center">
      {icon && (
        <div className="mb-4 grid size-11 place-items-center rounded-card border border-line bg-sunken text-muted [&_svg]:size-5">
          {icon}
        </div>
      )}
      <p className="font-semibold text-base">{title}</p>
      {children && <div className="mt-1 max-w-sm text-balance text-base text-muted">{children}</div>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
