import { describe, expect, it } from "vitest";
import { parseAamva } from "./aamva";

const payload = (header: string, ...elements: string[]) => `@\n\u001e\r${header}${elements.join("\n")}\r`;

describe("AAMVA payloads", () => {
  it("reads version 10 of the United States: dates MMDDCCYY, subfile designator before the first element", () => {
    const licence = parseAamva(
      payload(
        "ANSI 636000100102DL00410278ZV03190008DL",
        "DAQT64235789",
        "DCSSAMPLE",
        "DACMICHAEL",
        "DADJOHN",
        "DDEN",
        "DBB06061986",
        "DBA12102034",
        "DBD06062024",
        "DBC1",
        "DAJVA",
        "DCGUSA\rZVZVA01",
      ),
    );
    expect(licence).toMatchObject({
      version: 10,
      card: "licence",
      surname: "SAMPLE",
      givenName: "MICHAEL",
      middleNames: "JOHN",
      documentNumber: "T64235789",
      birthDate: "1986-06-06",
      expiryDate: "2034-12-10",
      sex: "M",
      jurisdiction: "VA",
      country: "USA",
    });
    expect(licence?.elements.ZVA).toBe("01");
  });

  it("reads Canadian dates CCYYMMDD, and American order where a province uses it", () => {
    const ontario = parseAamva(payload("ANSI 636012030001DL00000367\n", "DBB19960603", "DBA20300603", "DAJON"));
    const brunswick = parseAamva(payload("ANSI 636017020002DL00410390\n", "DBB08081962", "DCGCAN"));
    expect(ontario).toMatchObject({ birthDate: "1996-06-03", expiryDate: "2030-06-03", country: "CAN" });
    expect(brunswick?.birthDate).toBe("1962-08-08");
  });

  it("reads the one name element of version 1 and the given names of versions 2 and 3", () => {
    expect(parseAamva(payload("AAMVA6360060101DL00290179\n", "DAATESTER,ADULT,A"))).toMatchObject({
      version: 1,
      surname: "TESTER",
      givenName: "ADULT",
      middleNames: "A",
      jurisdiction: "CT",
    });
    expect(parseAamva(payload("ANSI 636000030001DL00310440\n", "DCSMAURY", "DCTJUSTIN,WILLIAM"))).toMatchObject({
      givenName: "JUSTIN",
      middleNames: "WILLIAM",
    });
  });

  it("takes elements in any order, without a last terminator, and the truncation flags", () => {
    const licence = parseAamva("@\nANSI 636021050002DL00410232ZA02730015\nDCB\nDDET\nDBC2\nDCSMOTORIST\nDAQ9298847972");
    expect(licence).toMatchObject({ surname: "MOTORIST", documentNumber: "9298847972", sex: "F" });
    expect(licence?.truncated).toEqual({ surname: true, givenName: false, middleNames: false });
  });

  it("keeps sex 9 as not specified, and impossible dates as none", () => {
    expect(parseAamva(payload("ANSI 636020090102DL00410282\n", "DBC9", "DBB02301990"))).toMatchObject({
      sex: "9",
      birthDate: null,
    });
  });

  it.each(["", "hello", "https://example.com", "ANSI", "@\n\u001e\rANSI 63"])("is null for %j", (text) => {
    expect(parseAamva(text)).toBeNull();
  });
});
