/**
 * Over https bound to this very host (`__Host-`, which asks for `Secure` and `Path=/`): no neighbour under the same
 * domain can plant or read it.
 */
export function hostCookie(name: string, secure: boolean): string {
  return `${secure ? "__Host-" : ""}${name}`;
}

/**
 * What a person chose (theme, account, language), under either name: the browser, which writes it, knows by itself
 * whether it came over https. Nothing is believed for it that is not checked again.
 */
export function rememberedCookie(read: (name: string) => string | undefined, name: string): string | undefined {
  return read(hostCookie(name, true)) ?? read(hostCookie(name, false));
}
