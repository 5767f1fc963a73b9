import type { IssuerData } from "../issuer";
import { alb } from "./alb";
import { are } from "./are";
import { arg } from "./arg";
import { arm } from "./arm";
import { aus } from "./aus";
import { aut } from "./aut";
import { aze } from "./aze";
import { bel } from "./bel";
import { bgd } from "./bgd";
import { bgr } from "./bgr";
import { bih } from "./bih";
import { blr } from "./blr";
import { bra } from "./bra";
import { can } from "./can";
import { che } from "./che";
import { chl } from "./chl";
import { chn } from "./chn";
import { civ } from "./civ";
import { col } from "./col";
import { cyp } from "./cyp";
import { cze } from "./cze";
import { deu } from "./deu";
import { dnk } from "./dnk";
import { dom } from "./dom";
import { dza } from "./dza";
import { ecu } from "./ecu";
import { egy } from "./egy";
import { esp } from "./esp";
import { est } from "./est";
import { fin } from "./fin";
import { fra } from "./fra";
import { gbr } from "./gbr";
import { geo } from "./geo";
import { gha } from "./gha";
import { grc } from "./grc";
import { hkg } from "./hkg";
import { hrv } from "./hrv";
import { hun } from "./hun";
import { idn } from "./idn";
import { ind } from "./ind";
import { irl } from "./irl";
import { isl } from "./isl";
import { isr } from "./isr";
import { ita } from "./ita";
import { jpn } from "./jpn";
import { kaz } from "./kaz";
import { ken } from "./ken";
import { kor } from "./kor";
import { lie } from "./lie";
import { ltu } from "./ltu";
import { lux } from "./lux";
import { lva } from "./lva";
import { mac } from "./mac";
import { mar } from "./mar";
import { mco } from "./mco";
import { mda } from "./mda";
import { mex } from "./mex";
import { mkd } from "./mkd";
import { mlt } from "./mlt";
import { mne } from "./mne";
import { mys } from "./mys";
import { nga } from "./nga";
import { nld } from "./nld";
import { nor } from "./nor";
import { nzl } from "./nzl";
import { pak } from "./pak";
import { per } from "./per";
import { phl } from "./phl";
import { pol } from "./pol";
import { prt } from "./prt";
import { qat } from "./qat";
import { rks } from "./rks";
import { rou } from "./rou";
import { rus } from "./rus";
import { sau } from "./sau";
import { sen } from "./sen";
import { sgp } from "./sgp";
import { srb } from "./srb";
import { svk } from "./svk";
import { svn } from "./svn";
import { swe } from "./swe";
import { tha } from "./tha";
import { tun } from "./tun";
import { tur } from "./tur";
import { twn } from "./twn";
import { ukr } from "./ukr";
import { ury } from "./ury";
import { usa } from "./usa";
import { ven } from "./ven";
import { vnm } from "./vnm";
import { zaf } from "./zaf";

/** Every issuer that we know more of than its code. A test compares the list with the folder. */
export const issuers: readonly IssuerData[] = [
  alb,
  are,
  arg,
  arm,
  aus,
  aut,
  aze,
  bel,
  bgd,
  bgr,
  bih,
  blr,
  bra,
  can,
  che,
  chl,
  chn,
  civ,
  col,
  cyp,
  cze,
  deu,
  dnk,
  dom,
  dza,
  ecu,
  egy,
  esp,
  est,
  fin,
  fra,
  gbr,
  geo,
  gha,
  grc,
  hkg,
  hrv,
  hun,
  idn,
  ind,
  irl,
  isl,
  isr,
  ita,
  jpn,
  kaz,
  ken,
  kor,
  lie,
  ltu,
  lux,
  lva,
  mac,
  mar,
  mco,
  mda,
  mex,
  mkd,
  mlt,
  mne,
  mys,
  nga,
  nld,
  nor,
  nzl,
  pak,
  per,
  phl,
  pol,
  prt,
  qat,
  rks,
  rou,
  rus,
  sau,
  sen,
  sgp,
  srb,
  svk,
  svn,
  swe,
  tha,
  tun,
  tur,
  twn,
  ukr,
  ury,
  usa,
  ven,
  vnm,
  zaf,
];

const byCode = new Map(issuers.map((issuer) => [issuer.code, issuer]));

/** By ISO 3166 alpha-3 code; undefined where nothing is known of the country. */
export function issuerOf(code: string): IssuerData | undefined {
  return byCode.get(code);
}
