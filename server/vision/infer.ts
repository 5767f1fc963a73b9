import type { Model, Runtime } from "@/server/vision/types";

/** The one impure line of vision: encode, run, decode. Rejects when the runtime cannot load or run the model. */
export async function infer<Input, Output>(
  runtime: Runtime,
  model: Model<Input, Output>,
  input: Input,
): Promise<Output> {
  return model.decode(await runtime.run(model.card, model.encode(input)), input);
}
