/** What to say of a passive signal in an answer, when it looks as on genuine pictures and when it does not. */
export const SIGNAL_TEXTS: Readonly<Record<string, { readonly usual: string; readonly unusual: string }>> = {
  red_spread: {
    usual: "Reds spread over the face as on a face.",
    unusual: "Reds spread over the face as on a screen or a print.",
  },
  blue_spread: { usual: "Blues spread over the face as on a face.", unusual: "Blues are as strong as on a screen." },
  clipped_highlights: {
    usual: "No burnt-out patches.",
    unusual: "Parts of the face are burnt out, as by a lit or glossy surface.",
  },
  black_level: { usual: "Dark parts are dark.", unusual: "The darkest parts are grey, as on paper." },
  tone_range: {
    usual: "Light and dark differ as on a face.",
    unusual: "Light and dark differ as little as on a print.",
  },
  saturation: {
    usual: "Colours are as strong as on a face.",
    unusual: "Colours are as weak or strong as on a reproduction.",
  },
  spectrum_peaks: { usual: "No pixel grid or print dots were seen.", unusual: "A pixel grid or print dots were seen." },
  fine_detail: { usual: "Fine detail is there.", unusual: "Fine detail is missing, as after a second exposure." },
  block_grid: {
    usual: "One trace of compression at most.",
    unusual: "Traces of compression are stronger than in a first picture.",
  },
  grain: { usual: "The grain is that of a camera.", unusual: "The grain is that of a screen or a print." },
  recapture: {
    usual: "The fine texture is that of a first picture.",
    unusual: "The fine texture is that of a picture of a picture.",
  },
  pixel_grid: {
    usual: "No rows of pixels were seen.",
    unusual: "Rows and columns stand level with the picture, as a screen's pixels do.",
  },
  print_dots: { usual: "No dots of print were seen.", unusual: "Dots stand at an angle, as those of print do." },
  frame_edges: {
    usual: "No straight frame around the face.",
    unusual: "Straight edges run around the face, as of a screen or a sheet.",
  },
};
