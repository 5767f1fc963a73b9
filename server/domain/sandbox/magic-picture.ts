/** A drawn, empty document of 320 × 200 pixels, as PNG: what every magic picture looks like. */
const BLANK_BASE64 = [
  "iVBORw0KGgoAAAANSUhEUgAAAUAAAADIBAMAAABrKiWYAAAAMFBMVEXo6fP////JyvBbW9bNzvHg4ffy8/zV1vO1tep4eN2ZmeX4+f2OjuLExPCm",
  "puhhYdgOAyLNAAAACXBIWXMAAAsTAAALEwEAmpwYAAAD1UlEQVR42u2dP2hTURTGH/VfxQq9pUmEpyDxpRkcr4ORgvYhEbcmYB1cTElxcDFBXa24",
  "ODgIHaSLDtmcEtHOipODoLsiDiIuReigDgVjgtKk9zb3Nu/ec4LfNz1o+Pg1yXvvfOe83BsEEARBEARBEAQlKNkR5dE8d8A3yzq2A0FwvdV9oWiL",
  "5ihsbhRuaAA/vWxRYW05mpJyU813WJ4WDHSkzflOCXhHyhIHwgkpfygBV3i8g0LckwUV37iUd3kAtj9k1Yl8UM4KJnotHyoAT8jvXAD3yFMKwIZ8",
  "xQXwqPypPEfecwGc/qo+iUtcAEWoAtyQFTaAQgW4fl/wBgwEAAEIwL9aXWUO2K39Rw3w6TpzwG40ACAAAQhAAHLQpfPMAUUwioDIJAAEIDIJcSYJ",
  "992MowvzLa6ZZCnOdhQt8LwXX8v+022OgFv49ITZITQkYKrXrcQNMKz3uuVbzACr/XZFXoDpuN8uqrACrG73K3ICDOPtflGLEWBGZVhzCmiXScoq",
  "w5xTQKtMklY7VrwD6jJJRu1Y8w6oq2YW1Y4zbADrasc8l4o6rfufK0wAUzrAEhPAaR3gHJNM8kwHeJJJJhnTAR5nkknKOsAck5K/rgPMMwGMdYAR",
  "AM0Aje9OAMR38H+9zJBcqG0yicWtbpgKdfeZxKJYcAyoySQW5ZZjwOELVhpAi5KfBtAiNBEBOoqdyQE6Cu7JzUkctT4SnJO4aR4lOCdx035LcAzh",
  "poGZ5JzEtAVMNsgxbaLTTZqqnt9AV4McwlldymNjy+EwEeNYwWagvatnt3w+EoBnt/BgDwABKNg8uzV5WdN/i25VEhomDpVJXsR64+iKX0BVJknt",
  "bF3yCqi4k4T1na376kL/gNVB3kVawDAe5N0b7rwDZgab10gBy4PNc5SAoYF5z2fsGzBl4l4iBJwycZ8jBBwzcZ9xAmiWScom7jnCTFI3AcwTZpLY",
  "BDAirAeTaIYDEIAjCmiWSQgBzTIJ4WXGLJMQXqjN7sWEtzozwEXbYsE34HPbcss3oHXB6hvQpOTPtiib6GWyctBR7PQOaBvc/c9JLFsf/uckls0j",
  "gjlJKia4xljNSawamCQ96jWLFjC6/ADEb9wF1t3CulsABCAAAagHZLRQbFqeZb7UbvMj78WK1WsBN+RnNoBpFeDFL3xOkkllPXiID2AzYF6xanY2",
  "4HKZebCmAdwvrgoWGwc80u1eUWm8XaDGW/og1fsGdLbX6Gwgcab9smOkR5s6wAkegNrtP4LxlT9/n+3uw0B2VFjWb++y99sTasBfj89hHyAIgiAI",
  "giAISky/AUkf+Bp7RETVAAAAAElFTkSuQmCC",
].join("");

/** Stands at the very end of a file, where decoders do not look. */
const MARK = /\n#veriflow-sandbox:([a-z0-9_]{1,60})\n$/;
const LONGEST = 100;

/** The picture, as bytes, that makes the sandbox see a scenario. */
export function magicPicture(scenarioId: string): Uint8Array {
  return marked(
    Uint8Array.from(atob(BLANK_BASE64), (character) => character.charCodeAt(0)),
    scenarioId,
  );
}

/** Any picture's bytes with a scenario's mark behind them. */
export function marked(picture: Uint8Array, scenarioId: string): Uint8Array {
  const mark = new TextEncoder().encode(`\n#veriflow-sandbox:${scenarioId}\n`);
  const bytes = new Uint8Array(picture.length + mark.length);
  bytes.set(picture);
  bytes.set(mark, picture.length);
  return bytes;
}

/** The scenario that a picture's end names; undefined for every other picture. */
export function scenarioIdOf(picture: Uint8Array): string | undefined {
  const end = picture.subarray(Math.max(0, picture.length - LONGEST));
  let text = "";
  for (const byte of end) text += String.fromCharCode(byte);
  return MARK.exec(text)?.[1];
}
