import card from "@/models/recapture/card.json";
import { planar } from "@/server/vision/ops/planar";
import type { Image, Model } from "@/server/vision/types";

/**
 * Our own recapture detector (`models/recapture`): a patch as captured to a logit, higher where it looks like a picture
 * of a picture.
 */
export const recaptureModel: Model<Image, number> = {
  card,
  encode: (patch) => {
    const { data } = planar(patch, { mean: [0, 0, 0], scale: [255, 255, 255] });
    return { patches: { dims: [1, 3, patch.height, patch.width], data } };
  },
  decode: (outputs) => outputs.logits.data[0],
};
