export interface AlbumFrame {
  readonly t_ms: number;
  readonly picture: Blob;
  /** Shows a motion at its height; never thinned out. */
  readonly proof: boolean;
}

/** Frames of a capture in order of time, at most `max`: when full, every second ordinary frame goes. */
export function addToAlbum(album: readonly AlbumFrame[], frame: AlbumFrame, max: number): AlbumFrame[] {
  const next = [...album, frame].sort((a, b) => a.t_ms - b.t_ms);
  if (next.length <= max) return next;
  let ordinary = 0;
  return next.filter((each, index) => {
    if (each.proof || index === 0 || index === next.length - 1) return true;
    ordinary++;
    return ordinary % 2 === 0;
  });
}
