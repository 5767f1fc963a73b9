/** What a test looks at in an answer: status, the error's code, and the paths of the fields it names. */
export async function outcome(answer: Response): Promise<readonly [number, string | undefined, string[] | undefined]> {
  const { error } = (await answer.json()) as { error?: { code: string; details: { fields?: { path: string }[] } } };
  return [answer.status, error?.code, error?.details.fields?.map(({ path }) => path)];
}
