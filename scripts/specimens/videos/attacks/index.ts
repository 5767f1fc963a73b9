import type { Attack } from "./attack";
import { cutEyes } from "./cut-eyes";
import { bentPrint, heldPrint } from "./held-picture";
import { screenPicture, screenReplay } from "./screen-replay";
import { frozen, loop } from "./stored-frames";
import { swap, twoPeople } from "./two-people";
import { virtualCamera } from "./virtual-camera";
import { noAnswer, tooEarly, wrongOrder } from "./wrong-answer";

/** Every attack that is filmed. */
export const attacks: readonly Attack[] = [
  heldPrint,
  bentPrint,
  screenPicture,
  screenReplay,
  cutEyes,
  loop,
  frozen,
  wrongOrder,
  tooEarly,
  noAnswer,
  twoPeople,
  swap,
  virtualCamera,
];
