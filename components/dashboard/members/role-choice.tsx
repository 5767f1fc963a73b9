import { ROLE_HINTS, roleName } from "@/components/people/role-name";

/** One of several roles, each with what it is for. */
export function RoleChoice({ roles, chosen }: { roles: readonly string[]; chosen: string }) {
  return (
    <fieldset>
      <legend className="mb-2 font-medium text-sm">Role</legend>
      <div className="divide-y divide-line rounded-control border border-line">
        {roles.map((role) => (
          <label key={role} className="flex cursor-pointer items-start gap-3 px-3 py-2 hover:bg-hover">
            <input type="radio" name="role" value={role} defaultChecked={role === chosen} className="mt-1 size-4" />
            <span>
              <span className="block font-medium text-base">{roleName(role)}</span>
              <span className="block text-muted text-sm">{ROLE_HINTS[role]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
