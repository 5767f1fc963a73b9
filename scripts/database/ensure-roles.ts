import { type Client, escapeIdentifier, escapeLiteral } from "pg";

/** What the application acts as; the migrations grant to these. */
const WORKING_ROLES = ["veriflow_app", "veriflow_platform"] as const;
/** As whom it signs in where the database is ours to arrange; owns nothing and has no rights but to take on the two. */
const LOGIN_ROLE = "veriflow_server";

/**
 * Makes the roles where they are missing, and lets the present user (and `veriflow_server`, where a password is given)
 * take them on. Throws with the SQL that an administrator has to run where the present user may not.
 */
export async function ensureRoles(client: Client, serverPassword?: string): Promise<void> {
  try {
    for (const role of WORKING_ROLES) await createRole(client, role, "NOLOGIN");
    if (serverPassword !== undefined) {
      await createRole(client, LOGIN_ROLE, "LOGIN NOINHERIT");
      await client.query(`ALTER ROLE ${LOGIN_ROLE} PASSWORD ${escapeLiteral(serverPassword)}`);
      for (const role of WORKING_ROLES) await grantRole(client, role, LOGIN_ROLE);
    }
    const { rows } = await client.query<{ name: string }>("SELECT current_user AS name");
    for (const role of WORKING_ROLES) await grantRole(client, role, rows[0].name);
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    throw new Error(await whatToRun(client));
  }
  await refuseStrongRoles(client);
}

async function createRole(client: Client, role: string, options: string): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  if (rowCount) return;
  try {
    await client.query(`CREATE ROLE ${role} ${options} NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`);
  } catch (error) {
    // Roles belong to the whole server: another database's migration may have made it in between.
    if (!["42710", "23505"].includes((error as { code?: string }).code ?? "")) throw error;
  }
}

async function grantRole(client: Client, role: string, to: string): Promise<void> {
  const { rows } = await client.query<{ member: boolean }>("SELECT pg_has_role($1, $2, 'MEMBER') AS member", [
    to,
    role,
  ]);
  if (!rows[0].member) await client.query(`GRANT ${role} TO ${escapeIdentifier(to)}${await withoutInheriting(client)}`);
}

/**
 * The role's rights come only by taking it on; PostgreSQL before 16 knows that for `veriflow_server` alone (NOINHERIT).
 */
async function withoutInheriting(client: Client): Promise<string> {
  const { rows } = await client.query<{ number: string }>("SELECT current_setting('server_version_num') AS number");
  return Number(rows[0].number) >= 160_000 ? " WITH INHERIT FALSE, SET TRUE" : "";
}

/** Row-level security means nothing for such a role. */
async function refuseStrongRoles(client: Client): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    "SELECT rolname FROM pg_roles WHERE rolname = ANY($1) AND (rolsuper OR rolbypassrls)",
    [[...WORKING_ROLES, LOGIN_ROLE]],
  );
  if (rows.length > 0) {
    const names = rows.map((r) => r.rolname).join(", ");
    throw new Error(`Take SUPERUSER and BYPASSRLS from ${names}: tenants would not be kept apart.`);
  }
}

async function whatToRun(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>("SELECT current_user AS name");
  const create = WORKING_ROLES.map((role) => `CREATE ROLE ${role} NOLOGIN;`).join(" ");
  const grant = `GRANT ${WORKING_ROLES.join(", ")} TO ${escapeIdentifier(rows[0].name)}${await withoutInheriting(client)};`;
  return `The database user ${rows[0].name} may not make roles. Have an administrator of that PostgreSQL run: ${create} ${grant}`;
}
