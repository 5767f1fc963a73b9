import { digitCheck } from "../check-kinds/digit-check";

export const mrzCompositeDigit = digitCheck("composite", "whole zone");
