import { type ReactNode, useEffect, useRef } from "react";

/** One screen: a title that takes focus when it appears, content, and actions within the thumb's reach. */
export function Screen({
  title,
  text,
  icon,
  children,
  actions,
}: {
  title: string;
  text?: ReactNode;
  icon?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title]);
  return (
    <section className="flex flex-1 animate-enter flex-col">
      {icon && <div className="mb-5">{icon}</div>}
      <h1 ref={heading} tabIndex={-1} className="text-balance font-semibold text-xl outline-none sm:text-[1.375rem]">
        {title}
      </h1>
      {text && <p className="mt-2 text-lg text-muted">{text}</p>}
      {children && <div className="mt-5 flex flex-1 flex-col">{children}</div>}
      {actions && <div className="sticky bottom-0 mt-auto flex flex-col gap-2.5 bg-surface pt-6 pb-1">{actions}</div>}
    </section>
  );
}
